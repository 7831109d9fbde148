using Adapters.Books;
using Adapters.Domain;

namespace Adapters.Cli.Output;

/// <summary>Which tone suits a value.</summary>
internal static class Tones
{
    public static Tone Of(decimal? change) => change switch
    {
        > 0 => Tone.Good,
        < 0 => Tone.Bad,
        _ => Tone.Plain,
    };

    public static Tone Of(Side side) => side == Side.Buy ? Tone.Good : Tone.Bad;

    public static Tone Of(BookState state) => state switch
    {
        BookState.Synchronised => Tone.Good,
        BookState.Resyncing => Tone.Warning,
        _ => Tone.Bad,
    };
}
