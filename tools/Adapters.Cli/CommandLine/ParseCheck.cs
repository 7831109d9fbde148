using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace Adapters.Cli.CommandLine;

/// <summary>What the parser found wrong, in one sentence that names the word and what is accepted.</summary>
internal static class ParseCheck
{
    /// <summary>Throws where the command line cannot be run.</summary>
    /// <exception cref="UsageException">Something is not accepted.</exception>
    public static void ThrowIfWrong(ParseResult parsed)
    {
        if (parsed.Action is not null and not ParseErrorAction)
        {
            ThrowIfOptionIsUnknown(parsed);
            return;
        }

        var command = parsed.CommandResult.Command;
        if (command.Subcommands.Count > 0)
        {
            var given = parsed.UnmatchedTokens.Count > 0 ? parsed.UnmatchedTokens[0] : null;
            var known = command.Subcommands.Where(static sub => !sub.Hidden).Select(static sub => sub.Name).ToArray();
            throw new UsageException(given is null
                ? $"Say what to do: {string.Join(", ", known)}."
                : $"There is no command '{given}'.{Meant.Of(given, known)} The commands are {string.Join(", ", known)}.");
        }

        ThrowIfOptionIsUnknown(parsed);
        if (parsed.UnmatchedTokens is [var unmatched, ..])
        {
            throw new UsageException($"'{command.Name}' does not take '{unmatched}'. It takes {Takes(command)}.");
        }

        var missing = command.Arguments.FirstOrDefault(
            argument => argument.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(argument) is not { Tokens.Count: > 0 });
        throw new UsageException(missing is null
            ? parsed.Errors[0].Message
            : $"'{command.Name}' needs <{missing.Name}>: {missing.Description}");
    }

    // A word with dashes that no option has would otherwise be taken for an argument.
    private static void ThrowIfOptionIsUnknown(ParseResult parsed)
    {
        foreach (var token in parsed.Tokens)
        {
            if (token.Type == TokenType.DoubleDash)
            {
                return;
            }

            if (token.Type == TokenType.Argument && token.Value is ['-', var next, ..] && !char.IsAsciiDigit(next) && next != '.')
            {
                var given = token.Value.Split('=')[0];
                var known = Options(parsed).ToArray();
                throw new UsageException(
                    $"There is no option '{given}'.{Meant.Of(given, known)} "
                    + $"'{parsed.CommandResult.Command.Name}' has {string.Join(", ", known)}.");
            }
        }
    }

    private static IEnumerable<string> Options(ParseResult parsed)
    {
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult here; at = here.Parent)
        {
            foreach (var option in here.Command.Options.Where(option => at == parsed.CommandResult || option.Recursive))
            {
                yield return option.Name;
            }
        }
    }

    private static string Takes(Command command) => string.Join(
        ' ', command.Arguments.Select(static argument => $"<{argument.Name}>").DefaultIfEmpty("no arguments"));
}
