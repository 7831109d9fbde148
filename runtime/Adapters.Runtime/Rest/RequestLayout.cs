using System.Runtime.CompilerServices;
using System.Text;
using Adapters.Catalogue;

namespace Adapters.Rest;

/// <summary>What is the same in every request to an endpoint, worked out once: the encoded names that stand before values,
/// and which parameters must be given.</summary>
internal sealed class RequestLayout
{
    private static readonly ConditionalWeakTable<EndpointInfo, RequestLayout> Layouts = [];

    private readonly ParameterPlace _place;
    private readonly byte[][] _prefixes;
    private byte[][]? _bodyPrefixes; // for calls over a socket

    private RequestLayout(EndpointInfo endpoint)
    {
        Parameters = [.. endpoint.Parameters];
        Needs = [.. endpoint.Needs];
        Tables = [.. endpoint.Tables.Select(table => new Table(table, Parameters))];
        _place = endpoint.Place;
        _prefixes = [.. Parameters.Select(parameter => Prefix(endpoint.Place, parameter.Name))];
        Required = [.. Parameters.Index().Where(static item => item.Item.IsRequired).Select(static item => item.Index)];
        HasConstants = Array.Exists(Parameters, static parameter => parameter.Constant is not null);
        HasPathParameters = endpoint.Path?.Contains('{', StringComparison.Ordinal) == true;
        SocketMethod = Encoding.UTF8.GetBytes(endpoint.SocketMethod ?? "");
        Method = endpoint.Method is { } method ? HttpMethod.Parse(method) : null;
    }

    /// <summary>The layout of an endpoint; made by the first request.</summary>
    internal static RequestLayout Of(EndpointInfo endpoint) =>
        Layouts.GetValue(endpoint, static endpoint => new RequestLayout(endpoint));

    internal ParameterInfo[] Parameters { get; }

    internal ParameterNeed[] Needs { get; }

    internal Table[] Tables { get; }

    /// <summary>Places of the parameters that must be given.</summary>
    internal int[] Required { get; }

    internal bool HasConstants { get; }

    internal bool HasPathParameters { get; }

    internal HttpMethod? Method { get; }

    internal byte[] SocketMethod { get; }

    /// <summary>What stands before a parameter's value: <c>name=</c>, in a JSON body <c>"name":</c>.</summary>
    internal ReadOnlySpan<byte> PrefixOf(int parameter, ParameterPlace place)
    {
        if (place != ParameterPlace.Body || _place == ParameterPlace.Body)
        {
            return _prefixes[parameter];
        }

        _bodyPrefixes ??= [.. Parameters.Select(static item => Prefix(ParameterPlace.Body, item.Name))];
        return _bodyPrefixes[parameter];
    }

    internal static byte[] Prefix(ParameterPlace place, string name)
    {
        var prefix = new ByteBuffer(name.Length + 3);
        if (place == ParameterPlace.Body)
        {
            ValueText.Quote(prefix, Encoding.UTF8.GetBytes(name));
            prefix.Append((byte)':');
        }
        else
        {
            PercentEncoding.Append(prefix, Encoding.UTF8.GetBytes(name));
            prefix.Append((byte)'=');
        }

        return prefix.Span.ToArray();
    }

    /// <summary>A table with its values as they are sent.</summary>
    internal sealed class Table
    {
        private readonly (byte[] Value, ParameterRow Row)[] _rows;
        private readonly byte[][] _known;

        internal Table(ParameterTable table, ParameterInfo[] parameters)
        {
            Name = table.Parameter;
            Parameter = Array.FindIndex(parameters, parameter => parameter.Name == table.Parameter);
            _rows = [.. table.Rows.SelectMany(row => row.Values.Select(value => (Encoding.UTF8.GetBytes(value), row)))];
            _known = [.. (parameters[Parameter].Values ?? []).Select(Encoding.UTF8.GetBytes)];
        }

        internal string Name { get; }

        /// <summary>Place of the parameter that decides.</summary>
        internal int Parameter { get; }

        internal IEnumerable<string> Values => _rows.Select(static row => Encoding.UTF8.GetString(row.Value));

        internal bool IsKnown(ReadOnlySpan<byte> value)
        {
            foreach (var known in _known)
            {
                if (value.SequenceEqual(known))
                {
                    return true;
                }
            }

            return false;
        }

        internal ParameterRow? RowOf(ReadOnlySpan<byte> value)
        {
            foreach (var (known, row) in _rows)
            {
                if (value.SequenceEqual(known))
                {
                    return row;
                }
            }

            return null;
        }
    }
}
