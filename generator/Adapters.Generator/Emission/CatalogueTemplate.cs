using Adapters.Generator.Model;

namespace Adapters.Generator.Emission;

/// <summary>The catalogue of a product: what the specification says besides types, endpoints and channels.</summary>
internal static class CatalogueTemplate
{
    /// <summary>Writes the class.</summary>
    public static void Write(CodeWriter code, ExchangeModel exchange, ProductModel product, string specHash)
    {
        bool Here(string? scope) => scope is null || scope == product.Name;
        code.Line();
        code.Doc($"Everything the specification says of {product.Id}.");
        code.Open($"public static class {product.TypeName}Catalogue");
        code.Line("// Does not compile with a runtime whose contract this compiler does not know.");
        code.Line("private const int Contract = RuntimeContract.V1;");
        code.Doc("The catalogue.");
        code.Open("public static ProductCatalogue Instance { get; } = new()");
        code.Line($"Exchange = {CodeWriter.Literal(exchange.Name)}, Product = {CodeWriter.Literal(product.Name)}, Id = {CodeWriter.Literal(product.Id)}, SpecHash = \"{specHash}\",");
        code.Line($"Aliases = [{Texts(product.Aliases)}], Kind = {(product.Kind is null ? "null" : "global::Adapters.Domain.MarketKind." + product.Kind)}, Docs = {CodeWriter.LiteralOrNull(exchange.Docs)},");
        code.Line($"Clock = {CodeWriter.LiteralOrNull(exchange.Clock?.Endpoint)}, Instruments = {CodeWriter.LiteralOrNull(exchange.Instruments)},");
        if (exchange.Clock is { } clock)
        {
            var answer = exchange.Endpoints.First(item => item.Name == clock.Endpoint && Here(item.Scope)).Returns!;
            code.Line($"ReadClock = static answer => (({answer.Name})answer).{clock.Property},");
        }
        code.Line($"Rest = new() {{ DecimalsAsText = {Bool(exchange.Wire.DecimalsAsText)}, ListForm = {CodeWriter.Literal(exchange.Wire.ListForm)}, Failure = {SocketTemplate.Frame(exchange.Rest.Failure)} }},");
        code.Line($"Endpoints = {product.TypeName}Endpoints.All, Channels = {product.TypeName}Channels.All,");
        if (!exchange.Environments.Any(item => Here(item.Scope))) code.Line("Environments = [],");
        List(code, "Environments", exchange.Environments.Where(item => Here(item.Scope)).Select(Environment));
        List(code, "Auth", exchange.Auth.Select(Auth));
        List(code, "Limits", exchange.Limits.Where(item => Here(item.Scope)).Select(Limit));
        List(code, "Sockets", exchange.Sockets.Where(item => Here(item.Scope)).Select(item => SocketTemplate.Text(item, exchange)));
        if (exchange.Orders is { } orders) Orders(code, orders);
        List(code, "Books", exchange.Books.Where(item => Here(item.Scope)).Select(Book));
        List(code, "Unverified", exchange.Unverified.Where(item => Here(item.Scope)).Select(fact => $"new({CodeWriter.Literal(fact.Path)}, {CodeWriter.Literal(fact.Why)})"));
        code.Line("Errors = new ErrorTable(");
        code.Line("[");
        foreach (var rule in exchange.Errors.Where(item => Here(item.Scope)).Select(Error)) code.Line("    " + rule + ",");
        code.Line("]),");
        code.Close(";");
        code.Close();
    }

    /// <summary>Key-value pairs of texts.</summary>
    public static string Pairs(IEnumerable<PairModel> pairs) =>
        string.Join(", ", pairs.Select(pair => $"new({CodeWriter.Literal(pair.Name)}, {CodeWriter.Literal(pair.Value)})"));

    private static void List(CodeWriter code, string name, IEnumerable<string> items)
    {
        var all = items.ToList();
        if (all.Count == 0) return;
        code.Line($"{name} =");
        code.Line("[");
        foreach (var item in all) code.Line("    " + item.Replace("\n", "\n    ") + ",");
        code.Line("],");
    }

    private static string Texts(IEnumerable<string> texts) => string.Join(", ", texts.Select(CodeWriter.Literal));

    private static string Bool(bool value) => value ? "true" : "false";

    private static string Environment(EnvironmentModel environment)
    {
        var hosts = string.Join(", ", environment.Hosts.Select(host => $"[{CodeWriter.Literal(host.Name)}] = {CodeWriter.Literal(host.Value)}"));
        return $"new({CodeWriter.Literal(environment.Name)}, new Dictionary<string, string> {{ {hosts} }}, [{Texts(environment.Without)}])";
    }

    private static string Auth(AuthModel auth) =>
        $"new() {{ Name = {CodeWriter.Literal(auth.Name)}, Headers = [{Pairs(auth.Headers)}], Adds = [{Pairs(auth.Adds)}], Frame = [{Pairs(auth.Frame)}]{Window(auth.WindowMilliseconds)} }}";

    private static string Window(long? milliseconds) =>
        milliseconds is null ? "" : $", MaxReceiveWindow = TimeSpan.FromMilliseconds({milliseconds})";

    private static string Limit(LimitModel limit)
    {
        var windows = limit.Windows.Select(window => $"new({CodeWriter.Literal(window.Text)}, TimeSpan.FromMilliseconds({window.Milliseconds}), {window.Capacity})");
        return $"new({CodeWriter.Literal(limit.Name)}, {CodeWriter.Literal(limit.LimitScope)}, global::Adapters.Domain.LimitKind.{limit.Kind}, {CodeWriter.LiteralOrNull(limit.Header)}, [{string.Join(", ", windows)}])";
    }

    private static void Orders(CodeWriter code, OrderRulesModel orders)
    {
        code.Line("Orders = new()");
        code.Line("{");
        code.Line("    Kinds =");
        code.Line("    [");
        foreach (var kind in orders.Kinds)
        {
            var times = string.Join(", ", kind.Times.Select(time => $"global::Adapters.Domain.TimeInForce.{time}"));
            code.Line($"        new(global::Adapters.Domain.OrderKind.{kind.Kind}, [{times}], PostOnly: {Bool(kind.PostOnly)}, QuoteQuantity: {Bool(kind.QuoteQuantity)}, ReduceOnly: {Bool(kind.ReduceOnly)}),");
        }
        code.Line("    ],");
        code.Line($"    ClientIdCharacters = {CodeWriter.Literal(orders.ClientIdCharacters)}, ClientIdLength = {CodeWriter.Number(orders.ClientIdLength)},");
        code.Line($"    AmendsPrice = {Bool(orders.AmendsPrice)}, AmendsQuantity = {Bool(orders.AmendsQuantity)},");
        code.Line("},");
    }

    private static string Book(BookModel book)
    {
        string Condition(string? text) => text is null ? "null" : $"BookCondition.Parse({CodeWriter.Literal(text)})";
        return $"new() {{ Name = {CodeWriter.Literal(book.Name)}, SnapshotEndpoint = {CodeWriter.LiteralOrNull(book.SnapshotEndpoint)}, SnapshotArguments = [{Pairs(book.SnapshotArguments)}],\n"
            + $"    UpdatesChannel = {CodeWriter.LiteralOrNull(book.UpdatesChannel)}, WholeChannel = {CodeWriter.LiteralOrNull(book.WholeChannel)},\n"
            + $"    Drop = {Condition(book.Drop)}, Join = {Condition(book.Join)}, Next = {Condition(book.Next)} }}";
    }

    private static string Error(ErrorRuleModel rule)
    {
        var text = $"new(ErrorClass.{rule.Class}";
        if (rule.CodeFrom is not null) text += $", {CodeWriter.Number(rule.CodeFrom.Value)}";
        if (rule.CodeTo is not null && rule.CodeTo != rule.CodeFrom) text += $", {CodeWriter.Number(rule.CodeTo.Value)}";
        if (rule.Code is not null) text += $", Code: {CodeWriter.Literal(rule.Code)}";
        if (rule.Contains is not null) text += $", Contains: {CodeWriter.Literal(rule.Contains)}";
        if (rule.Http is not null) text += $", Http: {CodeWriter.Literal(rule.Http)}";
        if (rule.Socket is not null) text += $", Socket: {CodeWriter.Literal(rule.Socket)}";
        return text + ")";
    }
}
