namespace Adapters.Limits;

/// <summary>A call that waits for its turn.</summary>
internal sealed class LimitWaiter(
    LimitCost[] costs, LimitPriority priority, DateTimeOffset? deadline)
{
    private readonly TaskCompletionSource<LimitGrant> _turn = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public LimitCost[] Costs { get; } = costs;

    public LimitPriority Priority { get; } = priority;

    public DateTimeOffset? Deadline { get; } = deadline;

    public CancellationTokenRegistration Registration { get; set; }

    public Task<LimitGrant> Turn => _turn.Task;

    public void Grant(LimitGrant grant) => _turn.TrySetResult(grant);

    public void Fail(Exception error) => _turn.TrySetException(error);

    public void Cancel(CancellationToken cancellationToken) => _turn.TrySetCanceled(cancellationToken);
}
