using System.Text;
using Adapters.Catalogue;

namespace Adapters.Rest;

/// <summary>What is the same in every request to an endpoint, worked out once: the encoded names that stand before values,
/// and which parameters must be given.</summary>
internal sealed partial class RequestLayout
{
    private readonly Slot[] _slots;
    private Slot[]? _frameSlots; // for calls over a socket

    private RequestLayout(EndpointInfo endpoint)
    {
        Parameters = [.. endpoint.Parameters];
        Needs = [.. endpoint.Needs.Select(need => new Need(need, Parameters))];
        Tables = [.. endpoint.Tables.Select(table => new Table(table, Parameters))];
        Required = [.. Parameters.Index().Where(static item => item.Item.IsRequired).Select(static item => item.Index)];
        HasConstants = Array.Exists(Parameters, static parameter => parameter.Constant is not null);
        HasPathParameters = endpoint.Path?.Contains('{', StringComparison.Ordinal) == true;
        SocketMethod = Encoding.UTF8.GetBytes(endpoint.SocketMethod ?? "");
        Method = endpoint.Method is { } method ? HttpMethod.Parse(method) : null;
        _slots = [.. Parameters.Select(parameter => new Slot(parameter, endpoint.Place, parameter.InPath))];
    }

    internal ParameterInfo[] Parameters { get; }

    internal Need[] Needs { get; }

    internal Table[] Tables { get; }

    /// <summary>Places of the parameters that must be given.</summary>
    internal int[] Required { get; }

    internal bool HasConstants { get; }

    internal bool HasPathParameters { get; }

    internal HttpMethod? Method { get; }

    internal byte[] SocketMethod { get; }

    /// <summary>The layout of an endpoint; made by the first request.</summary>
    internal static RequestLayout Of(EndpointInfo endpoint)
    {
        // Two threads may make one each; they are the same.
        var layout = endpoint.Layout as RequestLayout ?? new RequestLayout(endpoint);
        endpoint.Layout = layout;
        return layout;
    }

    /// <summary>How the parameters are written.</summary>
    /// <param name="isFrame">For a call over a socket, where all of them are properties of a JSON object.</param>
    internal Slot[] Slots(bool isFrame) => !isFrame
        ? _slots
        : _frameSlots ??= [.. Parameters.Select(static parameter => new Slot(parameter, ParameterPlace.Body, inPath: false))];

    /// <summary>What stands between the value before and a parameter's: <c>&amp;name=</c>, in a JSON body <c>,"name":</c>.
    /// </summary>
    internal static byte[] Prefix(ParameterPlace place, string name)
    {
        var prefix = new ByteBuffer(name.Length + 4);
        if (place == ParameterPlace.Body)
        {
            prefix.Append((byte)',');
            ValueText.Quote(prefix, Encoding.UTF8.GetBytes(name));
            prefix.Append((byte)':');
        }
        else
        {
            prefix.Append((byte)'&');
            PercentEncoding.Append(prefix, Encoding.UTF8.GetBytes(name));
            prefix.Append((byte)'=');
        }

        return prefix.Span.ToArray();
    }

    /// <summary>How a parameter is written.</summary>
    internal sealed class Slot
    {
        internal Slot(ParameterInfo parameter, ParameterPlace place, bool inPath)
        {
            Name = parameter.Name;
            Kind = parameter.Kind;
            Constant = parameter.Constant;
            InPath = inPath;
            Prefix = RequestLayout.Prefix(place, Name);
            Known = place == ParameterPlace.Body || inPath || parameter.IsList
                ? []
                : [.. (parameter.Values ?? []).Select(value => new KnownValue(value, Whole(value)))];
        }

        internal string Name { get; }

        internal ParameterKind Kind { get; }

        internal string? Constant { get; }

        internal bool InPath { get; }

        internal byte[] Prefix { get; }

        /// <summary>Values that the specification knows, in a query or form.</summary>
        internal KnownValue[] Known { get; }

        private byte[] Whole(string value)
        {
            var whole = new ByteBuffer(64);
            whole.Append(Prefix);
            PercentEncoding.Append(whole, Encoding.UTF8.GetBytes(value));
            return whole.Span.ToArray();
        }
    }

    /// <summary>A value with its whole text: the name, and the value encoded.</summary>
    internal readonly record struct KnownValue(string Text, byte[] Whole);
}
