using Adapters.Generator.Model;

namespace Adapters.Generator.Template;

/// <summary>The words that stand on the venue's wire, and mean nothing else in the specification.</summary>
internal static class WireNames
{
    /// <summary>Keys, parameters, values, paths and methods; names that the specification itself declares are free.</summary>
    public static HashSet<string> Of(ExchangeModel model)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in model.Records)
        {
            foreach (var field in record.Fields)
            {
                if (record.Form != RecordForm.Tuple) names.UnionWith(field.WireNames);
                if (field.Constant is { } constant) names.Add(constant);
            }
        }
        foreach (var item in model.Enums) names.UnionWith(item.Values.Select(value => value.Wire));
        foreach (var endpoint in model.Endpoints)
        {
            names.UnionWith(endpoint.Parameters.Select(parameter => parameter.WireName));
            names.UnionWith(endpoint.Parameters.Select(parameter => parameter.Constant ?? ""));
            names.Add(endpoint.Path ?? "");
            names.Add(endpoint.SocketMethod ?? "");
        }
        names.ExceptWith(Declared(model));
        names.RemoveWhere(name => name.Length < 3); // 'id' is a word like others
        return names;
    }

    private static IEnumerable<string> Declared(ExchangeModel model) => model.Books.Select(book => book.Name)
        .Concat(model.Limits.Select(limit => limit.Name))
        .Concat(model.Products.Select(product => product.Name))
        .Concat(model.Endpoints.Select(endpoint => endpoint.Name))
        .Concat(model.Sockets.SelectMany(socket => socket.Channels.Select(channel => channel.Name).Append(socket.Name)))
        .Concat(model.Environments.Select(environment => environment.Name));
}
