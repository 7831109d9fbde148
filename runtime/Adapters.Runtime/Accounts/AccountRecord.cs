using System.Diagnostics.CodeAnalysis;
using Adapters.Domain;

namespace Adapters.Accounts;

/// <summary>What is known of an account. Whatever is told, in whatever order and however often, orders only go forward and
/// each fill is new once. Used under its owner's lock.</summary>
internal sealed class AccountRecord
{
    private const int KeptOrders = 20_000;
    private const int KeptFills = 200_000;

    private readonly Dictionary<(Symbol, OrderId), KnownOrder> _orders = [];
    private readonly Dictionary<(Symbol, ClientOrderId), OrderId> _byClient = [];
    private readonly Queue<(Symbol, OrderId)> _ended = new(); // forgotten one day; an order that is open never is
    private readonly HashSet<(Symbol, OrderId, TradeId)> _fills = []; // a trade with oneself is a fill of two orders
    private readonly Queue<(Symbol, OrderId, TradeId)> _fillsByAge = new();

    // Fills of orders that nobody has told of yet: how much, and the last of them. Kept as long as that one is: what is told
    // again once its fill is forgotten is new, and would count twice.
    private readonly Dictionary<(Symbol, OrderId), (decimal Filled, TradeId Last)> _early = [];
    private readonly Dictionary<Asset, (Balance Balance, long Sequence)> _balances = [];
    private Timestamp _forgottenUntil;

    /// <summary>Number of the last telling.</summary>
    internal long Sequence { get; private set; }

    /// <summary>Markets of all orders and fills so far.</summary>
    internal HashSet<Symbol> Symbols { get; } = [];

    /// <summary>Orders that can still be filled.</summary>
    internal IEnumerable<KnownOrder> Open => _orders.Values.Where(static known => known.Order.IsOpen);

    /// <summary>Orders of which something is missing.</summary>
    internal IEnumerable<KnownOrder> Doubted => _orders.Values.Where(static known => known.DoubtedSince is not null);

    /// <summary>Balances that were told.</summary>
    internal IEnumerable<Balance> Balances => _balances.Values.Select(static item => item.Balance);

    internal KnownOrder? Find(OrderRef order)
    {
        var id = order.Id;
        return id.IsPresent || _byClient.TryGetValue((order.Symbol, order.ClientId), out id)
            ? _orders.GetValueOrDefault((order.Symbol, id))
            : null;
    }

    /// <summary>An order was told.</summary>
    /// <param name="told">The order.</param>
    /// <param name="now">On the server's clock.</param>
    /// <param name="known">What is known now.</param>
    /// <param name="since">Number of the last telling before it was asked for; null where it came by itself.</param>
    /// <returns>It is new or has changed.</returns>
    internal bool Add(in Order told, Timestamp now, [NotNullWhen(true)] out KnownOrder? known, long? since = null)
    {
        Sequence++;
        Symbols.Add(told.Symbol);
        var key = (told.Symbol, told.Id);
        if (!_orders.TryGetValue(key, out known))
        {
            if (!told.IsOpen && told.UpdatedAt < _forgottenUntil)
            {
                return false; // one that was forgotten
            }

            known = new KnownOrder(told) { Filled = _early.Remove(key, out var early) ? early.Filled : 0m };
            _orders.Add(key, known);
        }
        else
        {
            var wasOpen = known.Order.IsOpen;
            var isLater = since >= known.Sequence;
            var result = OrderMerge.Compare(known.Order, told, isLater);
            if (result is MergeResult.Doubtful or MergeResult.Unlikely)
            {
                known.DoubtedSince ??= now;
            }

            if (result is MergeResult.Nothing or MergeResult.Unlikely)
            {
                return false;
            }

            var named = known.Order.ClientId;
            known.Order = OrderMerge.Join(known.Order, told, isLater);
            known.Asked = 0;
            if (named is { IsPresent: true } former && former != known.Order.ClientId)
            {
                (known.FormerClientIds ??= []).Add(former);
            }

            if (!wasOpen)
            {
                known.Sequence = Sequence;
                return true;
            }
        }

        known.Sequence = Sequence;
        Name(known.Order);
        if (!known.Order.IsOpen)
        {
            _ended.Enqueue(key);
            ForgetOrders();
        }

        return true;
    }

    /// <summary>A fill was told.</summary>
    /// <returns>It is new.</returns>
    internal bool Add(in Fill fill)
    {
        Sequence++;
        Symbols.Add(fill.Symbol);
        if (!_fills.Add((fill.Symbol, fill.OrderId, fill.Id)))
        {
            return false;
        }

        _fillsByAge.Enqueue((fill.Symbol, fill.OrderId, fill.Id));
        for (var i = 0; i < 2 && _fillsByAge.Count > KeptFills; i++) // two, to catch up after some that were kept
        {
            ForgetFill(_fillsByAge.Dequeue());
        }

        var key = (fill.Symbol, fill.OrderId);
        if (_orders.TryGetValue(key, out var known))
        {
            known.Filled += fill.Quantity;
        }
        else
        {
            _early[key] = (_early.GetValueOrDefault(key).Filled + fill.Quantity, fill.Id);
        }

        return true;
    }

    /// <summary>A balance was told.</summary>
    /// <param name="told">The balance.</param>
    /// <param name="since">Number of the last telling before it was asked for; null where it came by itself.</param>
    /// <returns>It has changed.</returns>
    internal bool Add(in Balance told, long? since = null)
    {
        Sequence++;
        if (_balances.TryGetValue(told.Asset, out var known))
        {
            var order = told.Time is { } at && known.Balance.Time is { } before ? at.CompareTo(before) : 0;
            if (order < 0 || (order == 0 && since < known.Sequence))
            {
                return false;
            }
        }

        _balances[told.Asset] = (told, Sequence);
        return known.Balance.Free != told.Free || known.Balance.Locked != told.Locked;
    }

    /// <summary>Nothing is held of assets that a whole list of balances does not name, unless it is from before they were
    /// told.</summary>
    internal IEnumerable<Balance> Gone(IReadOnlyList<Balance> all, long since)
    {
        var named = all.Select(static balance => balance.Asset).ToHashSet();
        var time = all.Count > 0 ? all[0].Time : null;
        return [.. _balances.Values
            .Where(item => item.Balance.Total != 0 && !named.Contains(item.Balance.Asset) && item.Sequence <= since
                && !(time < item.Balance.Time))
            .Select(item => new Balance
            {
                Asset = item.Balance.Asset,
                Free = 0m,
                Locked = 0m,
                Time = time > item.Balance.Time ? time : item.Balance.Time,
            })];
    }

    // All fills of an order are read again where one of them may be missing, so they are kept as long as that may happen.
    private void ForgetFill((Symbol Symbol, OrderId Order, TradeId Id) fill)
    {
        if (_orders.TryGetValue((fill.Symbol, fill.Order), out var known)
            && (known.Order.IsOpen || known.DoubtedSince is not null))
        {
            _fillsByAge.Enqueue(fill);
            return;
        }

        _fills.Remove(fill);
        if (_early.TryGetValue((fill.Symbol, fill.Order), out var early) && early.Last == fill.Id)
        {
            _early.Remove((fill.Symbol, fill.Order));
        }
    }

    private void ForgetOrders()
    {
        if (_ended.Count <= KeptOrders || !_orders.Remove(_ended.Dequeue(), out var forgotten))
        {
            return;
        }

        if (forgotten.Order.UpdatedAt is { } at && at > _forgottenUntil)
        {
            _forgottenUntil = at;
        }

        foreach (var former in forgotten.FormerClientIds ?? [])
        {
            Unname(former, forgotten.Order);
        }

        if (forgotten.Order.ClientId is { } client)
        {
            Unname(client, forgotten.Order);
        }
    }

    // Venues take the id of an order that has ended again; what is told of that one later does not take it back.
    private void Name(in Order order)
    {
        if (order.ClientId is not { IsPresent: true } client)
        {
            return;
        }

        var key = (order.Symbol, client);
        if (_byClient.TryGetValue(key, out var named) && named != order.Id
            && _orders.TryGetValue((order.Symbol, named), out var known) && known.Order is var other && other.ClientId == client
            && (other.IsOpen == order.IsOpen ? other.CreatedAt > order.CreatedAt : other.IsOpen))
        {
            return;
        }

        _byClient[key] = order.Id;
    }

    private void Unname(ClientOrderId client, in Order order)
    {
        var key = (order.Symbol, client);
        if (_byClient.TryGetValue(key, out var named) && named == order.Id)
        {
            _byClient.Remove(key);
        }
    }
}
