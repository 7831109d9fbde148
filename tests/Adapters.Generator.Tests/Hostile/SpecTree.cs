using System.Text;
using Adapters.Generator.Diagnostics;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Tests.Hostile;

/// <summary>A specification as nodes that can be moved, dropped, renamed and replaced, and written again.</summary>
internal sealed class SpecTree
{
    private static readonly string[] Odd =
    [
        "", "?", "=", "$", "none", "else", "true", "-1", "0", "99999999999999999999", "1e9", "a b", "x.y", "class", "é", "list", "map",
        "map text", "list list", "unless", "sometimes", "{", "}", "|", "^", "present", "last.id + 1", "first <= book", "$payload", "GET /a",
        "{symbol}", "[a]", "5/s", "0s", "1h", "String", "Object", "value", "Task", "Side", "Order", "Level",
    ];

    private readonly Random _random;
    private readonly Item _root;

    public SpecTree(string path, string text, Random random)
    {
        _random = random;
        _root = Item.Of(SpecReader.Read(new SpecFile(path, text), new DiagnosticBag())!);
    }

    /// <summary>Changes it somewhere.</summary>
    public void Mutate()
    {
        var items = All(_root).Where(item => item.Children.Count > 0 && item != _root).ToList();
        var parent = items[_random.Next(items.Count)];
        var at = _random.Next(parent.Children.Count);
        var (key, child) = parent.Children[at];
        switch (_random.Next(9))
        {
            case 0:
                parent.Children.RemoveAt(at);
                break;
            case 1:
                parent.Children.Insert(at, (key is null ? null : key + Word(), child.Copy()));
                break;
            case 2:
                parent.Children[at] = (key is null ? null : Word(), child);
                break;
            case 3:
                parent.Children[at] = (key, Any().Copy());
                break;
            case 4:
                parent.Children[at] = (key, new Item { Text = Word() });
                break;
            case 5:
                var other = _random.Next(parent.Children.Count);
                parent.Children[at] = (key, parent.Children[other].Child);
                parent.Children[other] = (parent.Children[other].Key, child);
                break;
            case 6:
                parent.Children[at] = (key, new Item { Text = null, IsList = !child.IsList });
                break;
            case 7:
                var more = _random.Next(4) switch { 0 => "?", 1 => " " + Word(), 2 => " unless " + Word(), _ => " sometimes" };
                parent.Children[at] = (key, new Item { Text = child.Text + more });
                break;
            default:
                parent.Children[at] = (key, new Item { IsList = true, Children = [(null, child), (null, child.Copy())] });
                break;
        }
    }

    /// <summary>As YAML; keys of a map are told apart, which the reader demands.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var (key, child) in _root.Children.DistinctBy(entry => entry.Key))
        {
            text.Append(Scalar(key!, isQuoted: false)).Append(": ");
            Write(text, child);
            text.Append('\n');
        }
        return text.ToString();
    }

    private Item Any()
    {
        var all = All(_root).Skip(1).ToList();
        return all[_random.Next(all.Count)];
    }

    private string Word()
    {
        if (_random.Next(3) == 0) return Odd[_random.Next(Odd.Length)];
        var said = All(_root).SelectMany(item => item.Children.Select(entry => entry.Key).Append(item.Text)).OfType<string>().ToList();
        return said[_random.Next(said.Count)];
    }

    private static IEnumerable<Item> All(Item item) => item.Children.SelectMany(entry => All(entry.Child)).Prepend(item);

    private static void Write(StringBuilder text, Item item)
    {
        if (item.Text is { } scalar)
        {
            text.Append(Scalar(scalar, item.IsQuoted));
            return;
        }
        text.Append(item.IsList ? '[' : '{');
        var entries = item.IsList ? item.Children : item.Children.DistinctBy(entry => entry.Key).ToList();
        for (var i = 0; i < entries.Count; i++)
        {
            text.Append(i == 0 ? " " : ", ");
            if (!item.IsList) text.Append(Scalar(entries[i].Key ?? "", isQuoted: false)).Append(": ");
            Write(text, entries[i].Child);
        }
        text.Append(item.IsList ? ']' : '}');
    }

    private static string Scalar(string text, bool isQuoted) =>
        !isQuoted && text.Length > 0 && char.IsLetterOrDigit(text[0]) && text[^1] != ' '
        && text.All(c => char.IsLetterOrDigit(c) || c is ' ' or '_' or '.' or '/')
            ? text
            : "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";

    private sealed class Item
    {
        public string? Text { get; init; }

        public bool IsQuoted { get; init; }

        public bool IsList { get; init; }

        public List<(string? Key, Item Child)> Children { get; init; } = [];

        public static Item Of(SpecNode node) => node switch
        {
            ScalarNode scalar => new Item { Text = scalar.Value, IsQuoted = scalar.IsQuoted },
            ListNode list => new Item { IsList = true, Children = [.. list.Items.Select(item => ((string?)null, Of(item)))] },
            MapNode map => new Item { Children = [.. map.Entries.Select(entry => ((string?)entry.Key.Value, Of(entry.Value)))] },
            _ => throw new InvalidOperationException(node.GetType().Name),
        };

        public Item Copy() => new()
        {
            Text = Text,
            IsQuoted = IsQuoted,
            IsList = IsList,
            Children = [.. Children.Select(entry => (entry.Key, entry.Child.Copy()))],
        };
    }
}
