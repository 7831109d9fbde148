using System.Text;
using Adapters.Catalogue;

namespace Adapters.Rest;

/// <summary>A kind of authentication, taken apart once for an endpoint.</summary>
internal sealed class AuthPlan
{
    /// <summary>Takes it apart.</summary>
    /// <param name="auth">The kind.</param>
    /// <param name="endpoint">What it is for.</param>
    /// <param name="values">The texts of placeholders that are the same for every request.</param>
    internal AuthPlan(AuthInfo auth, EndpointInfo endpoint, IReadOnlyDictionary<AuthValue, string> values)
    {
        Info = auth;
        Adds = Parts(auth.Adds);
        Headers = Parts(auth.Headers);
        Frame = Parts(auth.Frame);
        IsSigned = Adds.Concat(Headers).Concat(Frame).Any(static part => part.Value == AuthValue.Signature);

        AuthPart[] Parts(IEnumerable<KeyValuePair<string, string>> pairs) =>
        [
            .. pairs.Select(pair => new AuthPart(pair.Key, pair.Value, values)
            {
                MayBeGiven = endpoint.Parameters.Any(parameter => parameter.Name == pair.Key),
            }),
        ];
    }

    internal AuthInfo Info { get; }

    /// <summary>Parameters, in order.</summary>
    internal AuthPart[] Adds { get; }

    internal AuthPart[] Headers { get; }

    /// <summary>Parameters of a call over a socket, in order.</summary>
    internal AuthPart[] Frame { get; }

    internal bool IsSigned { get; }
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
internal sealed class AuthPart
{
    private readonly byte[] _query;
    private readonly byte[] _body;

    internal AuthPart(string name, string form, IReadOnlyDictionary<AuthValue, string> values)
    {
        Name = name;
        Form = form;
        Value = form switch
        {
            "$key" => AuthValue.Key,
            "$now" => AuthValue.Now,
            "$recvWindow" => AuthValue.ReceiveWindow,
            "$signature" => AuthValue.Signature,
            _ => form.StartsWith('$') ? AuthValue.Unknown : AuthValue.Constant,
        };
        Text = values.GetValueOrDefault(Value, form);
        Utf8 = Encoding.UTF8.GetBytes(Text);
        _query = RequestLayout.Prefix(ParameterPlace.Query, name);
        _body = RequestLayout.Prefix(ParameterPlace.Body, name);
        var whole = new ByteBuffer(64);
        whole.Append(_query);
        PercentEncoding.Append(whole, Utf8);
        Whole = whole.Span.ToArray();
    }

    internal string Name { get; }

    /// <summary>As the specification has it: a text, or a placeholder.</summary>
    internal string Form { get; }

    internal AuthValue Value { get; }

    /// <summary>The value, where it is the same for every request.</summary>
    internal string Text { get; }

    /// <summary>The same in UTF-8.</summary>
    internal byte[] Utf8 { get; }

    /// <summary>Name and value as a query has them, where the value is the same for every request.</summary>
    internal byte[] Whole { get; }

    /// <summary>The endpoint has a parameter of that name, so that whoever calls may have given it.</summary>
    internal bool MayBeGiven { get; init; }

    internal ReadOnlySpan<byte> Prefix(ParameterPlace place) => place == ParameterPlace.Body ? _body : _query;
}
