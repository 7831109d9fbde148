using Adapters.Books;
using Adapters.Domain;
using Microsoft.Extensions.Time.Testing;

namespace Adapters.Runtime.Tests.Books;

/// <summary>
/// A venue's book, its updates over a line that loses, doubles, reorders and delays them, snapshots that come late or
/// fail: whenever the synchroniser calls its book synchronised, it is a book that the venue had.
/// </summary>
public sealed class BookFaultTests
{
    private const int Seeds = 40;
    private const int Rounds = 1_500;

    [Fact]
    public void The_book_is_the_venues_whenever_it_says_so_and_in_the_end()
    {
        var (faults, resyncs) = (0, 0L);
        for (var seed = 1; seed <= Seeds; seed++)
        {
            using var line = new FaultyLine(seed);
            for (var i = 0; i < Rounds; i++)
            {
                line.Step(mayFail: true);
                line.CheckAgainstVenue($"seed {seed}, round {i}");
            }

            line.Settle();
            Assert.True(line.IsEqualToVenue, $"seed {seed}: the book is not the venue's after the line is sound again");
            faults += line.Faults;
            resyncs += line.Resyncs;
        }

        Assert.True(faults > 5_000, $"only {faults} faults");
        Assert.True(resyncs > 500, $"only {resyncs} resynchronisations");
    }

    private sealed class FaultyLine : IDisposable
    {
        private readonly Random _random;
        private readonly FakeTimeProvider _time = new();
        private readonly SimulatedVenueBook _venue;
        private readonly BookSynchroniser _synchroniser;
        private readonly Queue<VenueUpdate> _waiting = new();
        private readonly Dictionary<long, string> _history = [];
        private TaskCompletionSource<OrderBook>? _asked;

        internal FaultyLine(int seed)
        {
            _random = new Random(seed);
            _venue = new SimulatedVenueBook(_random);
            var options = new BookSynchroniserOptions { Jitter = new Random(seed) };
            _synchroniser = new BookSynchroniser(Rules.Full, new Book(_venue.Symbol), Ask, _time, options);
            Remember();
            _synchroniser.Start();
        }

        internal int Faults { get; private set; }

        internal long Resyncs => _synchroniser.Counters.Resyncs;

        internal bool IsEqualToVenue =>
            _synchroniser.Book.Read(out var book) == BookState.Synchronised && Text(book!) == Text(_venue.Snapshot());

        public void Dispose() => _synchroniser.Dispose();

        internal void Step(bool mayFail)
        {
            _waiting.Enqueue(_venue.Change());
            Remember();
            var fate = mayFail ? _random.Next(12) : 11;
            Faults += fate < 4 ? 1 : 0;
            switch (fate)
            {
                case 0:
                    _waiting.Dequeue();
                    break;
                case 1:
                    Deliver(_waiting.Peek());
                    break;
                case 2 when _waiting.Count > 1:
                    _waiting.Enqueue(_waiting.Dequeue());
                    break;
                case 3 when _random.Next(10) == 0:
                    _waiting.Clear();
                    _synchroniser.OnGap();
                    break;
                default:
                    break;
            }

            while (_waiting.Count > (mayFail ? _random.Next(4) : 0))
            {
                Deliver(_waiting.Dequeue());
            }

            AnswerPerhaps(mayFail);
            _time.Advance(TimeSpan.FromMilliseconds(100));
        }

        internal void Settle()
        {
            // One full wait between snapshots and the answer after it.
            for (var i = 0; i < 700; i++)
            {
                Step(mayFail: false);
            }
        }

        internal void CheckAgainstVenue(string when)
        {
            if (_synchroniser.Book.Read(out var book) == BookState.Synchronised)
            {
                Assert.True(_history.TryGetValue(book!.Version, out var text), $"{when}: version {book.Version}");
                Assert.True(text == Text(book), $"{when}: version {book.Version} differs");
                Assert.Equal(book.Bids[0], _synchroniser.Book.Top.Bid);
            }
        }

        private ValueTask<OrderBook> Ask(CancellationToken cancellationToken)
        {
            _asked = new TaskCompletionSource<OrderBook>();
            return new ValueTask<OrderBook>(_asked.Task);
        }

        private void AnswerPerhaps(bool mayFail)
        {
            if (_asked is null || (mayFail && _random.Next(4) > 0))
            {
                return;
            }

            var (asked, isLost) = (_asked, mayFail && _random.Next(5) == 0);
            _asked = null;
            var context = SynchronizationContext.Current;
            SynchronizationContext.SetSynchronizationContext(null);
            if (isLost)
            {
                asked.SetException(new HttpRequestException("lost"));
            }
            else
            {
                asked.SetResult(mayFail && _random.Next(3) == 0 ? _venue.OldSnapshot() : _venue.Snapshot());
            }

            SynchronizationContext.SetSynchronizationContext(context);
        }

        private void Deliver(VenueUpdate update) => _synchroniser.OnUpdate(new BookUpdate
        {
            Symbol = _venue.Symbol,
            First = update.First,
            Last = update.Last,
            Bids = update.Bids,
            Asks = update.Asks,
        });

        private void Remember() => _history[_venue.Version] = Text(_venue.Snapshot());

        private static string Text(OrderBook book) =>
            $"{book.Version}|{string.Join(',', book.Bids)}|{string.Join(',', book.Asks)}";
    }
}
