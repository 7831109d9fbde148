using System.Text;
using Adapters.Catalogue;

namespace Adapters.Rest;

/// <content>Requirements between parameters, with their places instead of their names.</content>
internal sealed partial class RequestLayout
{
    private static int[] PlacesOf(IEnumerable<string> names, ParameterInfo[] parameters) =>
        [.. names.Select(name => Array.FindIndex(parameters, parameter => parameter.Name == name)).Where(static place => place >= 0)];

    /// <summary>A requirement between parameters.</summary>
    internal sealed class Need(ParameterNeed need, ParameterInfo[] parameters)
    {
        private readonly int[] _places = PlacesOf(need.Parameters, parameters);

        internal ParameterNeed Source { get; } = need;

        /// <param name="given">By parameter; 0 where it is not given.</param>
        internal bool Holds(int[] given)
        {
            var count = 0;
            foreach (var place in _places)
            {
                count += given[place] != 0 ? 1 : 0;
            }

            return Source.Holds(count);
        }
    }

    /// <summary>What a value of the parameter that decides asks of the others.</summary>
    internal sealed class Row(ParameterRow row, ParameterInfo[] parameters)
    {
        internal Need[] Needs { get; } = [.. row.Needs.Select(need => new Need(need, parameters))];

        /// <summary>Places of what must not be given.</summary>
        internal int[] Refused { get; } = PlacesOf(row.Refused, parameters);
    }

    /// <summary>A table with its values as they are sent.</summary>
    internal sealed class Table
    {
        private readonly (byte[] Value, Row Row)[] _rows;
        private readonly byte[][] _known;

        internal Table(ParameterTable table, ParameterInfo[] parameters)
        {
            Name = table.Parameter;
            Parameter = Array.FindIndex(parameters, parameter => parameter.Name == table.Parameter);
            _rows =
            [
                .. table.Rows.Select(row => (row.Values, Row: new Row(row, parameters)))
                    .SelectMany(static item => item.Values.Select(value => (Encoding.UTF8.GetBytes(value), item.Row))),
            ];
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

        internal Row? RowOf(ReadOnlySpan<byte> value)
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
