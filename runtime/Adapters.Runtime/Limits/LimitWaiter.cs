namespace Adapters.Limits;

/// <summary>A call that waits for its turn.</summary>
internal sealed class LimitWaiter(
    LimitCost[] costs, LimitPriority priority, DateTimeOffset? deadline, TaskCreationOptions continuations)
{
    private readonly TaskCompletionSource<LimitGrant> _turn = new(continuations);
    private LimitGrant _grant;
    private Exception? _error;
    private CancellationToken? _canceledBy;

    public LimitCost[] Costs { get; } = costs;

    public LimitPriority Priority { get; } = priority;

    public DateTimeOffset? Deadline { get; } = deadline;

    public CancellationTokenRegistration Registration { get; set; }

    public Task<LimitGrant> Turn => _turn.Task;

    public void Grant(LimitGrant grant) => _grant = grant;

    public void Fail(Exception error) => _error = error;

    public void Cancel(CancellationToken cancellationToken) => _canceledBy = cancellationToken;

    /// <summary>Tells whoever waits what was decided. Not under a lock: it may go on at once.</summary>
    public void Tell()
    {
        if (_canceledBy is { } token)
        {
            _turn.TrySetCanceled(token);
        }
        else if (_error is { } error)
        {
            _turn.TrySetException(error);
        }
        else
        {
            _turn.TrySetResult(_grant);
        }
    }
}
