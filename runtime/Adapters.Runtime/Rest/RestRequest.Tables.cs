using System.Text;
using Adapters.Catalogue;

namespace Adapters.Rest;

/// <content>What the value of a parameter asks of the others.</content>
public sealed partial class RestRequest
{
    private void CheckTables()
    {
        foreach (var table in Layout.Tables)
        {
            if (_places[table.Parameter] is var place and not 0)
            {
                CheckTable(table, Value(_given[place - 1]));
            }
        }
    }

    private void CheckTable(RequestLayout.Table table, ReadOnlySpan<byte> value)
    {
        if (table.RowOf(value) is not { } row)
        {
            // A value that the specification does not know is the venue's to judge.
            if (table.IsKnown(value))
            {
                throw new RequestException(
                    Endpoint,
                    $"{table.Name} takes one of {string.Join(", ", table.Values)}, not {Encoding.UTF8.GetString(value)}.",
                    table.Name);
            }

            return;
        }

        foreach (var need in row.Needs)
        {
            if (!need.Holds(_places))
            {
                throw new RequestException(
                    Endpoint, $"{table.Name} {Encoding.UTF8.GetString(value)} needs {need.Source}.", need.Source.Parameters);
            }
        }

        foreach (var refused in row.Refused)
        {
            if (_places[refused] != 0)
            {
                var name = Layout.Parameters[refused].Name;
                throw new RequestException(
                    Endpoint, $"{table.Name} {Encoding.UTF8.GetString(value)} takes no {name}. Leave it out.", name);
            }
        }
    }
}
