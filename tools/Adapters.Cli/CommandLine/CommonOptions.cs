using System.CommandLine;
using System.Globalization;
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
            + "'adapters simulate' prints. The first without it, but buy, sell and cancel must be told.",
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
    public static Option<int?> Limit(string description) =>
        Whole<int?>("--limit", "N", "a whole number from 1", description, static limit => limit is > 0 and <= int.MaxValue);

    /// <summary>A whole number.</summary>
    /// <param name="name">The option's name.</param>
    /// <param name="helpName">What help calls the number.</param>
    /// <param name="accepted">What is accepted, for the error.</param>
    /// <param name="description">What it is for.</param>
    /// <param name="isAccepted">Which numbers are; all without it.</param>
    public static Option<T> Whole<T>(
        string name, string helpName, string accepted, string description, Func<long, bool>? isAccepted = null)
    {
        var option = new Option<T>(name) { Description = description, HelpName = helpName };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && !(long.TryParse(
                token.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                && isAccepted?.Invoke(number) != false))
            {
                result.AddError($"{name} takes {accepted}, not '{token.Value}'.");
            }
        });
        return option;
    }
}
