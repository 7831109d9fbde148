using Adapters.Domain;

namespace Adapters.Accounts;

/// <summary>What a telling of an order means beside what is known of it.</summary>
internal enum MergeResult
{
    /// <summary>It is older, or the same.</summary>
    Nothing,

    /// <summary>It is newer.</summary>
    Changed,

    /// <summary>It differs, and nothing says which is newer; taken, but to be asked for.</summary>
    Doubtful,

    /// <summary>It differs, and is likely older; not taken, but to be asked for.</summary>
    Unlikely,
}

/// <summary>Puts tellings of an order in their order, whichever way they came: an order never goes backwards. What is filled
/// only grows, what has ended stays ended, and between equals the venue's time decides.</summary>
internal static class OrderMerge
{
    /// <summary>Compares.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="told">What is told.</param>
    /// <param name="isLater">It was asked for after what is known was heard.</param>
    internal static MergeResult Compare(in Order known, in Order told, bool isLater)
    {
        if (told.FilledQuantity < known.FilledQuantity)
        {
            return MergeResult.Nothing;
        }

        if (told.FilledQuantity > known.FilledQuantity)
        {
            return known.IsOpen || !told.IsOpen ? MergeResult.Changed : MergeResult.Nothing;
        }

        var rank = Rank(told.Status) - Rank(known.Status);
        if (rank != 0 || !known.IsOpen)
        {
            return rank > 0 ? MergeResult.Changed : MergeResult.Nothing;
        }

        if (IsSame(known, told))
        {
            return MergeResult.Nothing;
        }

        if (told.UpdatedAt is not { } at || known.UpdatedAt is not { } before || isLater)
        {
            return told.UpdatedAt < known.UpdatedAt ? MergeResult.Nothing : MergeResult.Changed;
        }

        if (at != before)
        {
            return at > before ? MergeResult.Changed : MergeResult.Nothing;
        }

        // What is changed keeps its place in the book only where it becomes less, so that is what is mostly asked for, and
        // all that some venues offer.
        return told.Quantity > known.Quantity ? MergeResult.Unlikely : MergeResult.Doubtful;
    }

    /// <summary>The newer telling, with what only the older told.</summary>
    internal static Order Join(in Order known, in Order told) => told with
    {
        ClientId = told.ClientId ?? known.ClientId,
        TimeInForce = told.TimeInForce ?? known.TimeInForce,
        Price = told.Price ?? known.Price,
        TriggerPrice = told.TriggerPrice ?? known.TriggerPrice,
        Quantity = told.Quantity ?? known.Quantity,
        QuoteQuantity = told.QuoteQuantity ?? known.QuoteQuantity,
        FilledValue = told.FilledValue ?? known.FilledValue,
        PostOnly = told.PostOnly ?? known.PostOnly,
        ReduceOnly = told.ReduceOnly ?? known.ReduceOnly,
        CreatedAt = told.CreatedAt ?? known.CreatedAt,
        UpdatedAt = told.UpdatedAt ?? known.UpdatedAt,
        Reason = told.Reason ?? known.Reason,
    };

    private static bool IsSame(in Order known, in Order told) => told.Status == known.Status
        && (told.Quantity ?? known.Quantity) == known.Quantity && (told.Price ?? known.Price) == known.Price
        && (told.TriggerPrice ?? known.TriggerPrice) == known.TriggerPrice && (told.ClientId ?? known.ClientId) == known.ClientId;

    private static int Rank(OrderStatus status) => status switch
    {
        OrderStatus.Pending => 0,
        OrderStatus.Open => 1,
        OrderStatus.PartiallyFilled => 2,
        _ => 3,
    };
}
