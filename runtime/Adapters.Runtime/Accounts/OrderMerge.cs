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
            return known.IsOpen || !told.IsOpen ? Progress(known, told, isLater) : MergeResult.Nothing;
        }

        var rank = Rank(told.Status) - Rank(known.Status);
        if (rank != 0 || !known.IsOpen)
        {
            return rank > 0 ? Progress(known, told, isLater) : MergeResult.Nothing;
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

    /// <summary>What is known after a telling that goes on: the newer one, with what only the older told.</summary>
    /// <param name="known">What is known.</param>
    /// <param name="told">What is told.</param>
    /// <param name="isLater">It was asked for after what is known was heard.</param>
    internal static Order Join(in Order known, in Order told, bool isLater)
    {
        var time = CompareTimes(told, known);
        if (!told.IsOpen || time > 0 || (time == 0 && (isLater || !(told.Quantity > known.Quantity))))
        {
            return Fill(told, known);
        }

        // It went on before it was changed, and the change was told first.
        return Fill(known, told) with
        {
            Status = Rank(told.Status) > Rank(known.Status) ? told.Status : known.Status,
            FilledQuantity = told.FilledQuantity,
            FilledValue = told.FilledValue ?? known.FilledValue,
            AveragePrice = told.AveragePrice ?? known.AveragePrice,
        };
    }

    private static Order Fill(in Order order, in Order other) => order with
    {
        ClientId = order.ClientId ?? other.ClientId,
        TimeInForce = order.TimeInForce ?? other.TimeInForce,
        Price = order.Price ?? other.Price,
        TriggerPrice = order.TriggerPrice ?? other.TriggerPrice,
        Quantity = order.Quantity ?? other.Quantity,
        QuoteQuantity = order.QuoteQuantity ?? other.QuoteQuantity,
        FilledValue = order.FilledValue ?? other.FilledValue,
        PostOnly = order.PostOnly ?? other.PostOnly,
        ReduceOnly = order.ReduceOnly ?? other.ReduceOnly,
        CreatedAt = order.CreatedAt ?? other.CreatedAt,
        UpdatedAt = order.UpdatedAt ?? other.UpdatedAt,
        Reason = order.Reason ?? other.Reason,
    };

    // Going on is certain; which terms are the later ones may not be.
    private static MergeResult Progress(in Order known, in Order told, bool isLater) =>
        told.IsOpen && !isLater && CompareTimes(told, known) == 0 && told.Quantity != known.Quantity
            ? MergeResult.Doubtful
            : MergeResult.Changed;

    // By the venue's time; what has none is taken for the later.
    private static int CompareTimes(in Order told, in Order known) =>
        told.UpdatedAt is { } at && known.UpdatedAt is { } before ? at.CompareTo(before) : 1;

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
