using System.CommandLine;
using Adapters.Cli.Exchanges;

namespace Adapters.Cli.CommandLine;

/// <summary>Options that mean the same everywhere.</summary>
internal sealed class CommonOptions
{
    /// <summary><c>--json</c></summary>
    public Option<bool> Json { get; } = new("--json")
    {
        Description = "Write JSON, one object per line.",
        Recursive = true,
    };

    /// <summary><c>--env</c></summary>
    public Option<string?> Environment { get; } = new("--env")
    {
        Description = $"Where the exchange is reached: {string.Join(", ", ExchangeRegistry.EnvironmentNames)}, or the address that "
            + "'adapters simulate' prints. The first without it.",
        HelpName = "name",
    };

    /// <summary><c>--simulated</c></summary>
    public Option<bool> Simulated { get; } = new("--simulated")
    {
        Description = "Short for --env simulated: an exchange inside this program. No keys, no network.",
    };

    /// <summary>Where an exchange is reached by what was said.</summary>
    public EnvironmentChoice EnvironmentOf(ParseResult parsed, ExchangeEntry exchange) =>
        EnvironmentChoice.Of(exchange, parsed.GetValue(Environment), parsed.GetValue(Simulated));

    /// <summary>The exchange that a command is about.</summary>
    public static Argument<string> Exchange()
    {
        var argument = new Argument<string>("exchange")
        {
            Description = $"An exchange's product: {string.Join(", ", ExchangeRegistry.Names)}.",
            HelpName = "exchange",
        };
        argument.CompletionSources.Add([.. ExchangeRegistry.Names]);
        return argument;
    }

    /// <summary><c>--yes</c></summary>
    public static Option<bool> Yes() => new("--yes") { Description = "Do not ask on live; for scripts." };

    /// <summary>A positive number.</summary>
    public static Option<int?> Limit(string description)
    {
        var option = new Option<int?>("--limit") { Description = description, HelpName = "N" };
        option.Validators.Add(static result =>
        {
            if (result.Tokens.Count == 1 && !(int.TryParse(result.Tokens[0].Value, out var limit) && limit > 0))
            {
                result.AddError($"--limit takes a whole number from 1, not '{result.Tokens[0].Value}'.");
            }
        });
        return option;
    }
}
