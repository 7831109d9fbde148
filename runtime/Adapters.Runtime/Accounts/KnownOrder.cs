using Adapters.Domain;

namespace Adapters.Accounts;

/// <summary>An order and what is known of its fills.</summary>
internal sealed class KnownOrder(in Order order)
{
    /// <summary>As it was last told.</summary>
    internal Order Order = order;

    /// <summary>What of it is filled by fills that are known.</summary>
    internal decimal Filled { get; set; }

    /// <summary>Client ids that it had before it was amended; null where it had none.</summary>
    internal List<ClientOrderId>? FormerClientIds { get; set; }

    /// <summary>Number of the telling that changed it last.</summary>
    internal long Sequence { get; set; }

    /// <summary>Since when it is known that something is missing; null where nothing is.</summary>
    internal Timestamp? DoubtedSince { get; set; }

    /// <summary>How often it was asked for in vain since it was told last.</summary>
    internal int Asked { get; set; }

    /// <summary>Not all of its fills are known.</summary>
    internal bool LacksFills => Filled < Order.FilledQuantity;
}
