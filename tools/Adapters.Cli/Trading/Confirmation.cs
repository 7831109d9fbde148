using Adapters.Cli.Exchanges;

namespace Adapters.Cli.Trading;

/// <summary>Nothing happens with real money by mistake: the environment is said, and on live the word as well.</summary>
internal static class Confirmation
{
    private const string Word = "yes";

    /// <summary>Checks, before anything is sent, that a confirmation can be had where one is needed.</summary>
    /// <exception cref="UsageException">The environment is not said or takes no orders, or nobody can be asked.</exception>
    public static void Check(
        ToolHost host, string command, ExchangeEntry exchange, EnvironmentChoice environment, bool isGiven, bool isNeeded = true)
    {
        var offered = string.Join(", ", exchange.Environments.Where(exchange.CanTradeIn));
        if (!environment.IsExplicit)
        {
            throw new UsageException($"'{command}' needs --env: one of {offered}. Nothing is taken for granted.");
        }

        if (isNeeded && !exchange.CanTradeIn(environment.Name))
        {
            throw new UsageException($"--env {environment.Name} of {exchange.Id} has market data alone. Orders are taken in {offered}.");
        }

        if (isNeeded && environment.IsLive && !isGiven && !host.Terminal.IsInput)
        {
            throw new UsageException(
                $"On {environment.Name} '{command}' asks first, and there is no terminal to ask in. Give --yes where it is meant.");
        }
    }

    /// <summary>Asks where it is needed.</summary>
    /// <param name="host">Has the terminal.</param>
    /// <param name="environment">Where it would happen.</param>
    /// <param name="isGiven">It was confirmed with the command.</param>
    /// <param name="what">What would happen.</param>
    /// <param name="cancellationToken">Ends asking.</param>
    /// <exception cref="FailureException">It was not confirmed.</exception>
    public static async Task AskAsync(
        ToolHost host, EnvironmentChoice environment, bool isGiven, string what, CancellationToken cancellationToken)
    {
        if (!environment.IsLive || isGiven)
        {
            return;
        }

        await host.Out.FlushAsync(cancellationToken).ConfigureAwait(false);
        await host.Error.WriteAsync($"{Output.Printable.Of(what)}\nType {Word} to send it: ".AsMemory(), cancellationToken)
            .ConfigureAwait(false);
        await host.Error.FlushAsync(cancellationToken).ConfigureAwait(false);

        // A terminal's read cannot be cancelled; the process ends around it.
        using var reader = new StreamReader(host.Input, leaveOpen: true);
        var answer = await Task.Run(reader.ReadLine, CancellationToken.None).WaitAsync(cancellationToken).ConfigureAwait(false);
        if (answer?.Trim() != Word)
        {
            throw new FailureException("It was not confirmed. Nothing was sent.");
        }
    }
}
