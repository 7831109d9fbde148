using System.Text.Json;

namespace Adapters.Runtime.Tests.Wire;

/// <content>A text as a tree.</content>
internal sealed partial class JsonMutator
{
    /// <summary>A value as it is written, or what stands in an object or array.</summary>
    private sealed class Part(string text)
    {
        public string? Raw { get; } = text is "{" or "[" ? null : text;

        public bool IsObject => text == "{";

        public List<(string? Key, Part Value)> Fields { get; } = [];

        public static Part Of(JsonElement element)
        {
            switch (element.ValueKind)
            {
                case JsonValueKind.Object:
                    var map = new Part("{");
                    map.Fields.AddRange(element.EnumerateObject().Select(property => ((string?)$"\"{property.Name}\"", Of(property.Value))));
                    return map;
                case JsonValueKind.Array:
                    var list = new Part("[");
                    list.Fields.AddRange(element.EnumerateArray().Select(item => ((string?)null, Of(item))));
                    return list;
                default:
                    return new Part(element.GetRawText());
            }
        }

        public void Collect(List<Part> all)
        {
            all.Add(this);
            foreach (var (_, value) in Fields)
            {
                value.Collect(all);
            }
        }

        public Part Replaced(Part old, Part with)
        {
            if (ReferenceEquals(this, old))
            {
                return with;
            }

            for (var i = 0; i < Fields.Count; i++)
            {
                if (!ReferenceEquals(Fields[i].Value, with))
                {
                    Fields[i] = (Fields[i].Key, Fields[i].Value.Replaced(old, with));
                }
            }

            return this;
        }

        public void Shuffle(Random random)
        {
            for (var i = Fields.Count - 1; i > 0; i--)
            {
                var j = random.Next(i + 1);
                (Fields[i], Fields[j]) = (Fields[j], Fields[i]);
            }
        }
    }
}
