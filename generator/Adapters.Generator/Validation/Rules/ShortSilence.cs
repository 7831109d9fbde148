namespace Adapters.Generator.Validation.Rules;

/// <summary>A silence that is over before the next ping could end it.</summary>
internal sealed class ShortSilence() : Lint(new(
    "ADP118", "Silence shorter than the pings",
    "A connection counts as dead after {0} without a frame, but {1}: it would be dropped while it lives", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        foreach (var socket in context.Model.Sockets)
        {
            if (socket.Bounds.Silence is not { } silence) continue;
            var place = context.Outline.ValueAt("sockets", socket.Scope, socket.Name, "bounds", "silence");
            if (socket.Ping is { Answer: not null } ping && ping.EveryMilliseconds >= silence)
            {
                context.Report(this, place, Told(silence), $"a ping is sent only every {Told(ping.EveryMilliseconds)}");
            }
            else if (socket.Bounds.ServerPing >= silence)
            {
                context.Report(this, place, Told(silence), $"the venue pings only every {Told(socket.Bounds.ServerPing.Value)}");
            }
        }
    }

    private static string Told(long milliseconds) => milliseconds % 1000 == 0 ? $"{milliseconds / 1000} s" : $"{milliseconds} ms";
}
