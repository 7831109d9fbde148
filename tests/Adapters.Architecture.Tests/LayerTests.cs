using System.Text.RegularExpressions;

namespace Adapters.Architecture.Tests;

/// <summary>Folders know only those below them. A new folder is placed here first.</summary>
public sealed partial class LayerTests
{
    /// <summary>Folder and the folders it may use.</summary>
    private static readonly Dictionary<string, string[]> Runtime = new()
    {
        ["Errors"] = [],
        ["Domain"] = ["Errors"],
        ["Wire"] = ["Domain", "Errors"],
        ["Catalogue"] = ["Wire", "Domain", "Errors"],
        ["Security"] = ["Catalogue", "Domain", "Errors"],
        ["Diagnostics"] = ["Errors"],
        ["Limits"] = ["Catalogue", "Domain", "Errors"],
        ["Books"] = ["Catalogue", "Domain", "Errors"],
        ["Rest"] = ["Security", "Limits", "Diagnostics", "Catalogue", "Wire", "Domain", "Errors"],
        ["Sockets"] = ["Security", "Limits", "Diagnostics", "Catalogue", "Wire", "Domain", "Errors"],
        ["Calls"] = ["Sockets", "Rest", "Security", "Limits", "Diagnostics", "Catalogue", "Wire", "Domain", "Errors"],
        ["Orders"] = ["Catalogue", "Domain", "Errors"],
        ["Capabilities"] = ["Orders", "Sockets", "Books", "Catalogue", "Wire", "Domain", "Errors"],
        ["Accounts"] = ["Hosting", "Capabilities", "Orders", "Sockets", "Catalogue", "Wire", "Domain", "Errors"],
        ["Trading"] =
        [
            "Hosting", "Capabilities", "Orders", "Calls", "Sockets", "Rest", "Limits", "Diagnostics", "Catalogue", "Wire", "Domain", "Errors",
        ],
        ["Hosting"] = ["Capabilities", "Orders", "Calls", "Sockets", "Rest", "Books", "Limits", "Security", "Diagnostics", "Catalogue", "Wire", "Domain", "Errors"],
    };

    private static readonly Dictionary<string, string[]> Generator = new()
    {
        ["Support"] = [],
        ["Diagnostics"] = ["Support"],
        ["Syntax"] = ["Diagnostics", "Support"],
        ["Model"] = ["Support"],
        ["Binding"] = ["Syntax", "Model", "Diagnostics", "Support"],
        ["Emission"] = ["Model", "Diagnostics", "Support"],
        ["Template"] = ["Model", "Diagnostics", "Support"],
        ["Validation"] = ["Model", "Diagnostics", "Support"],
    };

    [Fact]
    public void Arrows_between_folders_point_one_way()
    {
        var wrong = Wrong("runtime/Adapters.Runtime", "Adapters", Runtime)
            .Concat(Wrong("generator/Adapters.Generator", "Adapters.Generator", Generator));
        Assert.True(!wrong.Any(), string.Join("\n", wrong));
    }

    [Fact]
    public void Allowed_arrows_have_no_cycle()
    {
        foreach (var layers in new[] { Runtime, Generator })
        {
            foreach (var folder in layers.Keys)
            {
                Assert.DoesNotContain(folder, Reachable(layers, folder));
            }
        }
    }

    private static IEnumerable<string> Wrong(string project, string space, Dictionary<string, string[]> layers)
    {
        foreach (var file in SourceTree.Below(project))
        {
            var parts = file.Path[(project.Length + 1)..].Split('/');
            if (parts.Length == 1)
            {
                continue; // the entry ties the folders together
            }

            if (!layers.TryGetValue(parts[0], out var allowed))
            {
                yield return $"{project}/{parts[0]} has no place among the layers";
                continue;
            }

            foreach (Match use in Use().Matches(file.Code))
            {
                var name = use.Groups["name"].Value;
                if (!name.StartsWith(space + ".", StringComparison.Ordinal))
                {
                    continue;
                }

                var target = name[(space.Length + 1)..].Split('.')[0];
                if (layers.ContainsKey(target) && target != parts[0] && !allowed.Contains(target))
                {
                    yield return $"{file.Path} uses {target}, which {parts[0]} may not know";
                }
            }
        }
    }

    private static HashSet<string> Reachable(Dictionary<string, string[]> layers, string from)
    {
        var found = new HashSet<string>();
        var open = new Queue<string>(layers[from]);
        while (open.TryDequeue(out var next))
        {
            if (found.Add(next))
            {
                foreach (var further in layers[next])
                {
                    open.Enqueue(further);
                }
            }
        }

        return found;
    }

    // What emitted code says stands in texts, where `global::` begins a name; only C#'s own uses count.
    [GeneratedRegex(@"(?:^using (?:static )?|(?<![""\w.:])(?=Adapters\.))(?<name>Adapters(?:\.\w+)+)", RegexOptions.Multiline)]
    private static partial Regex Use();
}
