using Adapters.Generator.Model;
using Adapters.Generator.Support;

namespace Adapters.Generator.Emission;

/// <summary>Descriptions of a product's channels, each with the type that reads its messages.</summary>
internal static class ChannelTemplate
{
    /// <summary>Writes the class.</summary>
    public static void Write(
        CodeWriter code, ProductModel product, IReadOnlyList<SocketModel> sockets,
        ILookup<TypeRef, ConversionModel> conversions, Lookup lookup)
    {
        code.Line();
        code.Doc($"The channels of {product.Id}, described.");
        code.Open($"public static class {product.TypeName}Channels");
        foreach (var socket in sockets)
        {
            foreach (var channel in socket.Channels) Channel(code, socket, channel, conversions, lookup);
        }
        var names = sockets.SelectMany(socket => socket.Channels).Select(channel => Names.Pascal(channel.Name));
        code.Doc("All of them.");
        code.Line($"public static IReadOnlyList<ChannelInfo> All {{ get; }} = [{string.Join(", ", names)}];");
        code.Close();
    }

    private static void Channel(
        CodeWriter code, SocketModel socket, ChannelModel channel, ILookup<TypeRef, ConversionModel> conversions, Lookup lookup)
    {
        var parts = string.Join(", ", channel.Parts.Select(part => Part(part, lookup)));
        var converters = DecoderText.Converters(channel.Sends, conversions, lookup);
        code.Doc(channel.Opening is null ? $"<c>{CodeWriter.Xml(channel.Topic)}</c>" : $"Opened by {channel.Opening.Open}.");
        code.Open($"public static ChannelInfo<{StreamsTemplate.Message(channel.Sends, lookup)}> {Names.Pascal(channel.Name)} {{ get; }} = new()");
        code.Line($"Name = {CodeWriter.Literal(channel.Name)}, Socket = {CodeWriter.Literal(socket.Name)}, Docs = {CodeWriter.LiteralOrNull(channel.Docs)},");
        code.Line(channel.Opening is { } opening ? Opening(opening) : $"Topic = new({CodeWriter.Literal(channel.Topic)}, {parts}),");
        code.Line($"Sends = {CodeWriter.Literal(TypeText.Words(channel.Sends))}, Decode = {DecoderText.Decoder(channel.Sends, "channel " + channel.Name)},");
        if (channel.Sends.Kind == TypeKind.Record && lookup.Record(channel.Sends) is { Form: RecordForm.OneOf } union)
        {
            var names = string.Join(", ", union.Fields.Select(field => CodeWriter.Literal(field.WireNames[0])));
            code.Line($"Events = new({CodeWriter.Literal(union.TagField ?? "")}, [{names}]),");
        }
        code.Line($"DecodeExpected = {DecoderText.Expected(channel.Sends, lookup)},");
        if (converters.Length > 0) code.Line($"ToDomain = [{converters}],");
        code.Close(";");
    }

    private static string Opening(OpeningModel opening) =>
        $"Topic = TopicTemplate.None, Opening = new({CodeWriter.Literal(opening.Open)}, {CodeWriter.LiteralOrNull(opening.OpenLoggedOn)}, {CodeWriter.LiteralOrNull(opening.Close)}, {CodeWriter.Literal(opening.Key)}),";

    private static string Part(TopicPart part, Lookup lookup)
    {
        var text = $"new TopicPart({CodeWriter.Literal(part.Text)}";
        if (part.Type is not null) text += ", IsParameter: true";
        if (part.Type?.Kind == TypeKind.Enum)
        {
            text += $", Values: [{string.Join(", ", lookup.Enum(part.Type).Values.Select(value => CodeWriter.Literal(value.Wire)))}]";
        }
        if (part.OptionalGroup != 0) text += $", Group: {part.OptionalGroup}";
        if (part.Format == "lower") text += ", IsLower: true";
        return text + ")";
    }
}
