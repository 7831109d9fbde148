using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Emission;

/// <summary>The streams of a product: a method per channel.</summary>
internal static class StreamsTemplate
{
    /// <summary>Writes the class.</summary>
    public static void Write(CodeWriter code, ProductModel product, IReadOnlyList<SocketModel> sockets, Lookup lookup)
    {
        code.Line();
        code.Doc($"The streams of {product.Id}, one method each. A <c>handler</c> runs inline on the connection's receive loop and must not block; <c>changed</c> hears of gaps and of what else happens.");
        code.Open($"public sealed class {product.TypeName}Streams(StreamClients clients)");
        code.Doc("The connections behind them.");
        code.Line("public StreamClients Clients => clients;");
        foreach (var channel in sockets.SelectMany(socket => socket.Channels).Where(channel => channel.Opening is null)) Method(code, product, channel, lookup);
        code.Close();
    }

    /// <summary>The type of a channel's messages.</summary>
    public static string Message(TypeRef sends, Lookup lookup)
    {
        if (sends.Kind == TypeKind.List) return $"{(lookup.Record(sends.Element!).IsValue ? "WireList" : "WireArray")}<{sends.Element!.Name}>";
        return lookup.Record(sends).HasFrame ? sends.Name + "Frame" : sends.Name!;
    }

    private static void Method(CodeWriter code, ProductModel product, ChannelModel channel, Lookup lookup)
    {
        var parameters = channel.Parts.Where(part => part.Type is not null).ToList();
        var arguments = parameters.Where(part => part.OptionalGroup == 0)
            .Select(part => $"{TypeText.Argument(part.Type!)} {Identifiers.Safe(part.Text)}")
            .Append($"MessageHandler<{Message(channel.Sends, lookup)}> handler")
            .Concat(parameters.Where(part => part.OptionalGroup != 0)
                .Select(part => $"{TypeText.Argument(part.Type!)}? {Identifiers.Safe(part.Text)} = null"))
            .Append("Action<SubscriptionEvent>? changed = null")
            .Append("CancellationToken cancellationToken = default");
        code.Line();
        code.Doc($"<c>{CodeWriter.Xml(channel.Topic)}</c>{(channel.Docs is null ? "" : $" <see href=\"{CodeWriter.Xml(channel.Docs)}\"/>")}");
        code.Line("/// <returns>The subscription, once the venue has acknowledged it; disposing it unsubscribes.</returns>");
        code.Line("/// <exception cref=\"SubscriptionException\">The venue refused, or did not answer in time.</exception>");
        code.Line($"public ValueTask<Subscription> {Names.Pascal(channel.Name)}Async({string.Join(", ", arguments)}) =>");
        code.Line($"    clients.SubscribeAsync({product.TypeName}Channels.{Names.Pascal(channel.Name)}, {Topic(channel)}, handler, changed, cancellationToken);");
    }

    private static string Topic(ChannelModel channel)
    {
        var text = "";
        var group = 0;
        foreach (var part in channel.Parts.Append(new TopicPart("", null, null, 0)))
        {
            if (part.OptionalGroup != group)
            {
                if (group != 0) text += "\" : \"\")}";
                if (part.OptionalGroup != 0)
                {
                    var name = channel.Parts.First(p => p.OptionalGroup == part.OptionalGroup && p.Type is not null).Text;
                    text += $"{{({Identifiers.Safe(name)} is not null ? $\"";
                }
                group = part.OptionalGroup;
            }
            if (part.Type is null) text += Inner(part.Text);
            else text += "{" + Argument(part) + "}";
        }
        return $"$\"{text}\"";
    }

    // Braces cannot stand in a topic's literal text; quotes and the like can.
    private static string Inner(string text)
    {
        var literal = CodeWriter.Literal(text);
        return literal.Substring(1, literal.Length - 2);
    }

    private static string Argument(TopicPart part) => (part.Type!.Kind, part.Format) switch
    {
        (TypeKind.Symbol, "lower") => Identifiers.Safe(part.Text) + ".NameLower",
        (TypeKind.Symbol, _) => Identifiers.Safe(part.Text) + ".Name",
        (TypeKind.Enum, "lower") => Identifiers.Safe(part.Text) + (part.OptionalGroup != 0 ? ".Value" : "") + ".Text.ToLowerInvariant()",
        (TypeKind.Enum, _) => Identifiers.Safe(part.Text) + (part.OptionalGroup != 0 ? ".Value" : "") + ".Text",
        _ => Identifiers.Safe(part.Text),
    };
}
