using System.Collections.Frozen;
using System.Text;
using Adapters.Catalogue;

namespace Adapters.Rest;

/// <summary>A kind of authentication, taken apart once.</summary>
internal sealed class AuthPlan
{
    internal AuthPlan(AuthInfo auth)
    {
        Info = auth;
        Adds = [.. auth.Adds.Select(static pair => new AuthPart(pair.Key, pair.Value))];
        Headers = [.. auth.Headers.Select(static pair => new AuthPart(pair.Key, pair.Value))];
        Frame = [.. auth.Frame.Select(static pair => new AuthPart(pair.Key, pair.Value))];
        IsSigned = Adds.Concat(Headers).Concat(Frame).Any(static part => part.Value == AuthValue.Signature);
    }

    internal AuthInfo Info { get; }

    /// <summary>Parameters, in order.</summary>
    internal AuthPart[] Adds { get; }

    internal AuthPart[] Headers { get; }

    /// <summary>Parameters of a call over a socket, in order.</summary>
    internal AuthPart[] Frame { get; }

    internal bool IsSigned { get; }

    internal static FrozenDictionary<string, AuthPlan> All(ProductCatalogue catalogue) =>
        catalogue.Auth.ToFrozenDictionary(static auth => auth.Name, static auth => new AuthPlan(auth));
}

/// <summary>What stands in a part of authentication.</summary>
internal enum AuthValue
{
    /// <summary>The text of the specification.</summary>
    Constant = 1,

    /// <summary>The API key.</summary>
    Key,

    /// <summary>The server's time in milliseconds.</summary>
    Now,

    /// <summary>The receive window in milliseconds.</summary>
    ReceiveWindow,

    /// <summary>The signature.</summary>
    Signature,

    /// <summary>A placeholder that nothing is known of.</summary>
    Unknown,
}

/// <summary>A parameter or header of authentication.</summary>
internal sealed class AuthPart(string name, string form)
{
    private readonly byte[] _query = RequestLayout.Prefix(ParameterPlace.Query, name);
    private readonly byte[] _body = RequestLayout.Prefix(ParameterPlace.Body, name);

    internal string Name { get; } = name;

    /// <summary>As the specification has it: a text, or a placeholder.</summary>
    internal string Form { get; } = form;

    internal byte[] Utf8 { get; } = Encoding.UTF8.GetBytes(form);

    internal AuthValue Value { get; } = form switch
    {
        "$key" => AuthValue.Key,
        "$now" => AuthValue.Now,
        "$recvWindow" => AuthValue.ReceiveWindow,
        "$signature" => AuthValue.Signature,
        _ => form.StartsWith('$') ? AuthValue.Unknown : AuthValue.Constant,
    };

    internal ReadOnlySpan<byte> Prefix(ParameterPlace place) => place == ParameterPlace.Body ? _body : _query;
}
