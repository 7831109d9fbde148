using System.Text.Json;
using Adapters.Catalogue;
using Adapters.Cli.Output;
using Adapters.Wire;

namespace Adapters.Cli.Decoding;

/// <summary>A decoded message as one JSON object.</summary>
internal static class DecodedJson
{
    /// <summary>Writes the properties into an object that is open.</summary>
    public static void Write(Utf8JsonWriter json, ProductCatalogue catalogue, DecodedMessage message)
    {
        json.WriteString("exchange", catalogue.Id);
        if (message.Frame is { } frame)
        {
            Frame(json, catalogue, message, frame);
        }
        else if (message.Endpoint is { } endpoint)
        {
            json.WriteString("endpoint", endpoint.Title);
        }
        else
        {
            json.WriteString("channel", message.Channel!.Name);
        }

        Wire(json, message);
        Domain(json, message);
        json.Put("unknownFields", message.Inspection?.UnknownFields.Select(message.Whole) ?? []);
        json.Put("unknownValues", message.Inspection?.UnknownValues.Select(message.Whole) ?? []);
        if (message.Inspection is { Missing.Count: > 0 } inspection)
        {
            json.Put("missingArguments", inspection.Missing);
        }

        if (message.Failures.Count > 0)
        {
            Failures(json, message.Failures);
        }
    }

    private static void Frame(Utf8JsonWriter json, ProductCatalogue catalogue, DecodedMessage message, FrameReading frame)
    {
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(frame.Role.ToString()));
        json.WritePropertyName("channel");
        json.WriteStringValue(message.Channel?.Name);
        json.Put("socket", frame.Socket?.Name);
        json.Put("topic", frame.Topic);
        json.Put("id", frame.Id);
        json.Put("status", frame.Status);
        json.Put("answers", message.Endpoint?.SocketMethod);
        json.Put("code", frame.Code);
        json.Put("message", frame.Role == FrameRole.Signal ? null : frame.Message);
        json.Put("signal", frame.Role == FrameRole.Signal ? frame.Message : null);
        if (frame.Code is not null)
        {
            json.Put("class", catalogue.Errors.Classify(null, frame.Code, frame.Message, frame.Socket?.Name)?.ToString());
        }
    }

    // What has no type is shown as it came.
    private static void Wire(Utf8JsonWriter json, DecodedMessage message)
    {
        json.WritePropertyName("wire");
        if (message.Inspection is not { Value: var value })
        {
            using var document = JsonDocument.Parse(message.Payload);
            document.WriteTo(json);
            return;
        }

        var writer = new WireWriter(json);
        if (!value.IsList)
        {
            writer.Value(value.Items[0]);
            return;
        }

        json.WriteStartArray();
        foreach (var item in value.Items)
        {
            writer.Value(item);
        }

        json.WriteEndArray();
    }

    private static void Domain(Utf8JsonWriter json, DecodedMessage message)
    {
        json.WriteStartArray("domain");
        foreach (var item in message.Inspection?.Domain ?? [])
        {
            json.WriteStartObject();
            DomainJson.Write(json, item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Failures(Utf8JsonWriter json, IReadOnlyList<DecodeFailure> failures)
    {
        json.WriteStartArray("failures");
        foreach (var failure in failures)
        {
            json.WriteStartObject();
            json.WriteString("path", failure.Path);
            json.WriteString("target", failure.Target);
            json.WriteString("problem", failure.Problem);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
