using Adapters.Orders;

namespace Adapters.Faces.Tests.Faults;

/// <summary>An order in another's stead, and how both parts ended at last.</summary>
/// <param name="InAnyCase">The new one was to be placed even if the old one could not be cancelled.</param>
internal sealed record Replacement(bool InAnyCase, OrderOutcome Cancel, OrderOutcome Place);
