using Adapters.Catalogue;
using Adapters.Domain;
using Adapters.Errors;

namespace Adapters.Testing.Samples;

/// <summary>
/// The samples of one product: one JSON file per endpoint (its answer, <c>GetDepth.json</c>) and per channel (a whole
/// frame, <c>trades.json</c>), more as <c>GetDepth.empty.json</c>; answers of a call socket lie in a folder named after
/// it (<c>api/depth.json</c>, by the method's name). Files below <c>errors</c> are left to tests of their own.
/// </summary>
public sealed class SampleSuite
{
    private readonly ProductCatalogue _catalogue;
    private readonly string _folder;
    private readonly FrameReader _frames;

    /// <summary>Opens a folder of samples.</summary>
    /// <param name="catalogue">The product.</param>
    /// <param name="folder">The folder, for example from <see cref="Find"/>.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public SampleSuite(ProductCatalogue catalogue, string folder)
    {
        ArgumentNullException.ThrowIfNull(catalogue);
        ArgumentException.ThrowIfNullOrEmpty(folder);
        if (!Directory.Exists(folder))
        {
            throw new DirectoryNotFoundException($"There is no folder of samples '{folder}'.");
        }

        _catalogue = catalogue;
        _folder = folder;
        _frames = new FrameReader(catalogue);
        Names = [.. Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
            .Where(static name => !name.StartsWith("errors/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>The samples' names, relative to the folder.</summary>
    public IReadOnlyList<string> Names { get; }

    /// <summary>Endpoints that answer something and channels that have no sample.</summary>
    public IReadOnlyList<string> Missing =>
    [
        .. _catalogue.Endpoints.Where(endpoint => endpoint.Decode is not null && !Has(endpoint)).Select(endpoint => endpoint.Name),
        .. _catalogue.Channels.Where(channel => !Names.Contains(channel.Name + ".json")).Select(channel => channel.Name),
    ];

    /// <summary>Looks for a folder in the directories above the running program.</summary>
    /// <param name="relative">For example <c>specs/tiny/samples/spot</c>.</param>
    /// <exception cref="DirectoryNotFoundException">It lies in none of them.</exception>
    public static string Find(string relative)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (Path.Combine(folder.FullName, relative) is var candidate && Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"'{relative}' lies in none of the folders above {AppContext.BaseDirectory}.");
    }

    /// <summary>The bytes of a sample.</summary>
    public byte[] Read(string name) => File.ReadAllBytes(Path.Combine(_folder, name));

    /// <summary>Decodes a sample as the adapter would, with every conversion, and tells all that is wrong with it.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="arguments">What a call would know besides its answer, such as <c>symbol</c> and <c>interval</c>.</param>
    public SampleCheck Check(string name, IReadOnlyDictionary<string, string>? arguments = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        var utf8 = Read(name);
        try
        {
            if (_catalogue.Endpoints.FirstOrDefault(item => item.Name == FirstWord(name)) is { } endpoint)
            {
                return Answer(name, endpoint, utf8, arguments);
            }

            var reading = _frames.Read(utf8);
            return reading.Role switch
            {
                FrameRole.Message => Message(name, reading),
                FrameRole.Answer => Answer(name, MethodOf(name), reading.Payload, arguments),
                FrameRole.Signal or FrameRole.Accepted => new SampleCheck(name, reading.Role.ToString(), null, []),
                _ => new SampleCheck(name, reading.Role.ToString(), null, ["it is no frame that the specification knows"]),
            };
        }
        catch (Exception error) when (error is DecodeException or ConversionException or NumberRangeException)
        {
            return new SampleCheck(name, FirstWord(name), null, [error.Message]);
        }
    }

    private static SampleCheck Answer(
        string name, EndpointInfo? endpoint, ReadOnlyMemory<byte> payload, IReadOnlyDictionary<string, string>? arguments) =>
        endpoint is null
            ? new SampleCheck(name, FirstWord(name), null, ["no endpoint has a method of this name"])
            : endpoint.Decode is not { } decode
                ? new SampleCheck(name, endpoint.Title, null, [])
                : SampleCheck.Of(name, endpoint.Title, Inspector.Inspect(
                    decode, endpoint.ToDomain, payload, new SymbolTable(), arguments ?? new Dictionary<string, string>()));

    private static SampleCheck Message(string name, FrameReading reading)
    {
        var channel = reading.Channel!;
        var check = SampleCheck.Of(name, "channel " + channel.Name, Inspector.Inspect(
            channel.Decode, channel.ToDomain, reading.Payload, new SymbolTable(), reading.Captures));
        return channel.Name == FirstWord(name)
            ? check
            : check with { Problems = [.. check.Problems, $"it is a message of channel {channel.Name}"] };
    }

    private EndpointInfo? MethodOf(string name)
    {
        var method = Path.GetFileNameWithoutExtension(name);
        return _catalogue.Endpoints.FirstOrDefault(item => item.SocketMethod == method);
    }

    private bool Has(EndpointInfo endpoint) => Names.Contains(endpoint.Name + ".json")
        || (endpoint.Method is null && Names.Any(name => name.EndsWith($"/{endpoint.SocketMethod}.json", StringComparison.Ordinal)));

    private static string FirstWord(string name) => Path.GetFileName(name).Split('.')[0];
}
