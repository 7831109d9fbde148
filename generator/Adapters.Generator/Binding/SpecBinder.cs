using Adapters.Generator.Diagnostics;
using Adapters.Generator.Model;
using Adapters.Generator.Support;
using Adapters.Generator.Syntax;

namespace Adapters.Generator.Binding;

/// <summary>What binding made of a folder. Model is null when nothing can be emitted.</summary>
public sealed record BindResult(ExchangeModel? Model, EquatableArray<SpecDiagnostic> Diagnostics);

/// <summary>Binds the files of one exchange into a model. A bad member is reported and left out; the rest is bound.</summary>
public static class SpecBinder
{
    /// <summary>Reads and binds; never throws.</summary>
    public static BindResult Bind(IEnumerable<SpecFile> files) => Bind([.. files.Select(ReadFile.Of)]);

    /// <summary>Binds what was read; never throws.</summary>
    public static BindResult Bind(IReadOnlyList<ReadFile> files) => Bind(files, out SpecDocument? _);

    /// <summary>Binds what was read, and notes where it says what; never throws.</summary>
    public static BindResult Bind(IReadOnlyList<ReadFile> files, out SpecOutline? outline)
    {
        var result = Bind(files, out SpecDocument? document);
        outline = document is null ? null : OutlineBuilder.Build(document);
        return result;
    }

    private static BindResult Bind(IReadOnlyList<ReadFile> files, out SpecDocument? document)
    {
        document = null;
        var diagnostics = new DiagnosticBag();
        ExchangeModel? model = null;
        try
        {
            model = new Run(files, diagnostics).Exchange(out document);
        }
#pragma warning disable CA1031 // a defect of the compiler must become a diagnostic, not a crash of the host
        catch (Exception error)
#pragma warning restore CA1031
        {
            var path = files.Count > 0 ? files[0].File.Path : "the specification";
            diagnostics.Report("ADP099", path, 0, 0, 1, path.Split('/')[0], $"{error.GetType().Name}: {error.Message.Split('\n')[0]}");
        }
        return new BindResult(model, diagnostics.ToEquatableArray());
    }

    private sealed class Run(IReadOnlyList<ReadFile> files, DiagnosticBag diagnostics)
    {
        private static readonly string[] Parts = ["Rest", "Streams", "Endpoints", "Channels", "Catalogue"];

        private readonly BindContext _context = new(diagnostics);

        public ExchangeModel? Exchange(out SpecDocument? document)
        {
            document = null;
            var ordered = files.OrderBy(file => file.File.Path, StringComparer.Ordinal).ToList();
            var maps = new List<(SpecFile File, MapNode Map)>();
            foreach (var file in ordered)
            {
                diagnostics.Add(file.Diagnostics);
                if (file.Map is { } map) maps.Add((file.File, map));
            }
            if (maps.Count == 0) return null;
            document = new SpecDocument(_context, maps);
            if (_context.Scalar(document["exchange"], "exchange") is not { } name)
            {
                if (document["exchange"] is null) _context.Report("ADP012", maps[0].Map, "A specification", "exchange");
                return null;
            }
            if (!_context.IsTypeName(name)) return null;
            var folders = new HashSet<string>(ordered.Select(file => file.File.Path.Split('/')).Where(p => p.Length > 2).Select(p => p[1]));
            return Model(document, name.Value, folders);
        }

        private ExchangeModel Model(SpecDocument document, string name, ISet<string> folders)
        {
            var exchange = new ExchangeBinder(_context, document);
            var products = exchange.Products(name, folders);
            var types = new TypeBinder(_context);
            Types(document, types);
            var rest = exchange.Rest();
            var auth = exchange.Auth();
            var limits = exchange.Limits();
            var parameters = new ParameterBinder(_context, types, document.Items("groups"));
            var endpointBinder = new EndpointBinder(
                _context, types, parameters, document.Items("endpoints"), rest,
                auth.Select(kind => kind.Name).ToList(), limits.Select(limit => limit.Name).ToList());
            var endpoints = document.Items("endpoints").Values.Select(endpointBinder.Bind).OfType<EndpointModel>().ToList();
            endpoints = endpoints.ConvertAll(endpoint => endpointBinder.Resolve(endpoint, endpoints));
            var errorBinder = new ErrorBinder(_context);
            var errors = document.Errors.SelectMany(table => errorBinder.Bind(table.Node, table.Scope)).ToList();
            var socketBinder = new SocketBinder(_context, types, endpointBinder, endpoints, errorBinder, document.Items("sockets"));
            var sockets = document.Items("sockets").Values.Select(item => socketBinder.Bind(item, errors)).OfType<SocketModel>().ToList();
            endpoints = Apart(endpoints, endpoint => (endpoint.Scope, endpoint.Name), endpoint =>
                _context.Report("ADP022", document.Items("endpoints")[(endpoint.Scope ?? "", endpoint.Name)].Key, endpoint.Name, "the endpoints"));
            sockets = Apart(document, sockets);
            LeftOut(document.Items("endpoints").Values.Select(item => item.Name), endpoints.Select(endpoint => endpoint.Name));
            LeftOut(
                document.Items("sockets").Values.SelectMany(item => ((item.Node as MapNode)?["channels"] as MapNode)?.Entries ?? [])
                    .Select(entry => entry.Key.Value),
                sockets.SelectMany(socket => socket.Channels).Select(channel => channel.Name));
            Ambiguous(document, sockets);
            RecordShapes.Decide(_context, sockets);
            Derived(document, products, endpoints, parameters.Objects);
            var bookBinder = new BookBinder(_context);
            var channelNames = sockets.SelectMany(socket => socket.Channels).Select(channel => channel.Name).ToList();
            var endpointNames = endpoints.Select(endpoint => endpoint.Name).ToList();
            var books = document.Items("books").Values
                .Select(item => bookBinder.Bind(item, endpointNames, channelNames)).OfType<BookModel>().ToList();
            var conversionBinder = new ConversionBinder(_context, endpoints, sockets, document.Items("conversions"));
            var conversions = document.Items("conversions").Values.Where(item => !RequestBinder.IsRequest(item))
                .Select(conversionBinder.Bind).OfType<ConversionModel>().ToList();
            var requestBinder = new RequestBinder(_context, parameters);
            var requests = document.Items("conversions").Values.Where(RequestBinder.IsRequest)
                .Select(requestBinder.Bind).OfType<RequestModel>().ToList();
            var instruments = _context.Scalar(document["instruments"], "instruments");
            if (instruments is not null && !endpointNames.Contains(instruments.Value))
            {
                _context.Report("ADP014", instruments, "endpoint", instruments.Value, Nearest.Hint(instruments.Value, endpointNames));
            }
            var orderRules = new OrderRulesBinder(_context).Bind(document["orders"]);
            return new ExchangeModel(
                name, _context.Text(document["docs"], "docs"), _context.Text(document["signer"], "signer"),
                _context.Scalars(document["credentials"], "credentials").Select(c => c.Value).ToEquatableArray(),
                exchange.Clock(endpoints), instruments?.Value, exchange.Wire(), rest, products.ToEquatableArray(),
                auth.ToEquatableArray(), exchange.Environments().ToEquatableArray(), limits.ToEquatableArray(),
                errors.ToEquatableArray(), _context.Enums.Values.ToEquatableArray(), _context.Records.Values.ToEquatableArray(),
                endpoints.ToEquatableArray(), sockets.ToEquatableArray(), books.ToEquatableArray(),
                conversions.ToEquatableArray(), exchange.Unverified().ToEquatableArray())
            {
                Groups = parameters.Objects.ToEquatableArray(),
                Requests = requests.ToEquatableArray(),
                Orders = orderRules,
            };
        }

        private void Types(SpecDocument document, TypeBinder types)
        {
            var enums = new EnumBinder(_context);
            foreach (var item in document.Items("enums").Values)
            {
                if (_context.IsTypeName(item.Key) && enums.Bind(item) is { } bound) _context.Enums[(item.ScopeKey, item.Name)] = bound;
                else _context.Broken.Add(item.Name);
            }
            var records = document.Items("records");
            var named = records.Values.Where(IsRecord).ToList();
            foreach (var item in named)
            {
                (RecordBinder.IsLevel(item.Node) ? _context.LevelNames : _context.RecordNames).Add((item.ScopeKey, item.Name));
            }
            var binder = new RecordBinder(_context, types, records);
            foreach (var item in named.Where(item => !RecordBinder.IsLevel(item.Node))) binder.Bind(item);
        }

        private bool IsRecord(SpecItem item)
        {
            if (RecordBinder.IsLevel(item.Node)) return true; // becomes the runtime's Level, whatever it is called
            if (!_context.IsTypeName(item.Key))
            {
                _context.Broken.Add(item.Name);
                return false;
            }
            if (!_context.Enums.ContainsKey((item.ScopeKey, item.Name))) return true;
            _context.Report("ADP022", item.Key, item.Name, "the types");
            return false;
        }

        // A product's types have a member for each channel, whatever socket it is of.
        private List<SocketModel> Apart(SpecDocument document, List<SocketModel> sockets)
        {
            var channels = Apart(
                sockets.SelectMany(socket => socket.Channels.Select(channel => (Socket: socket, Channel: channel))),
                item => (item.Socket.Scope, Names.Pascal(item.Channel.Name)),
                item =>
                {
                    var written = (document.Items("sockets")[(item.Socket.Scope ?? "", item.Socket.Name)].Node as MapNode)?["channels"] as MapNode;
                    var key = written?.Entries.FirstOrDefault(entry => entry.Key.Value == item.Channel.Name).Key
                        ?? document.Items("sockets")[(item.Socket.Scope ?? "", item.Socket.Name)].Key;
                    _context.Report("ADP022", key, item.Channel.Name, "the channels");
                }).ToLookup(item => (item.Socket.Scope, item.Socket.Name), item => item.Channel);
            return sockets.ConvertAll(socket => socket with { Channels = channels[(socket.Scope, socket.Name)].ToEquatableArray() });
        }

        // Of members that would have the same name in a product, shared ones included, the first is kept.
        private static List<T> Apart<T>(IEnumerable<T> items, Func<T, (string? Scope, string Name)> named, Action<T> report)
        {
            var kept = new List<T>();
            var byName = new Dictionary<string, List<T>>(StringComparer.Ordinal);
            foreach (var item in items)
            {
                var (scope, name) = named(item);
                if (!byName.TryGetValue(name, out var same)) byName[name] = same = [];
                var at = same.FindIndex(other => scope is null || named(other).Scope is not { } its || its == scope);
                if (at >= 0)
                {
                    report(item);
                    continue;
                }
                same.Add(item);
                kept.Add(item);
            }
            return kept;
        }

        private void LeftOut(IEnumerable<string> declared, IEnumerable<string> bound)
        {
            var missing = declared.Except(bound).ToList();
            _context.Broken.UnionWith(missing);
            _context.LacksArguments |= missing.Count > 0;
        }

        // A message must be of one channel: of two topics that say the same the later one is reported.
        private void Ambiguous(SpecDocument document, IEnumerable<SocketModel> sockets)
        {
            foreach (var socket in sockets)
            {
                var written = (document.Items("sockets")[(socket.Scope ?? "", socket.Name)].Node as MapNode)?["channels"] as MapNode;
                foreach (var (earlier, later) in TopicOverlap.Among(socket.Channels, _context.EnumOf))
                {
                    if ((written?[later.Name] as MapNode)?["topic"] is { } topic) _context.Report("ADP042", topic, earlier.Name, later.Name);
                }
            }
        }

        // Types that are made besides the declared ones.
        private void Derived(
            SpecDocument document, IEnumerable<ProductModel> products, IEnumerable<EndpointModel> endpoints,
            IEnumerable<GroupModel> groups)
        {
            var derived = new HashSet<string>(products
                .SelectMany(product => Parts.Select(part => product.TypeName + part))
                .Concat(endpoints.Select(endpoint => endpoint.Name + "Options"))
                .Concat(groups.Select(group => group.Name))
                .Concat(_context.Records.Values.Where(record => record.HasFrame).Select(record => record.Name + "Frame"))
                .Concat(_context.Records.Values.Where(record => record.IsUnion).Select(record => record.Name + "Case")));
            foreach (var item in document.Items("enums").Values.Concat(document.Items("records").Values))
            {
                if (derived.Contains(item.Name)) _context.Report("ADP022", item.Key, item.Name, "the generated types");
            }
        }
    }
}
