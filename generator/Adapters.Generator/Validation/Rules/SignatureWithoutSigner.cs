namespace Adapters.Generator.Validation.Rules;

/// <summary>A kind of authentication that needs a signature in an exchange that names no signer.</summary>
internal sealed class SignatureWithoutSigner() : Lint(new(
    "ADP122", "Signature without a signer",
    "'{0}' sends a signature, but the exchange names no 'signer:'; nothing could sign '{1}'", IsError: false))
{
    /// <inheritdoc/>
    public override void Check(LintContext context)
    {
        if (context.Model.Signer is not null) return;
        foreach (var kind in context.Model.Auth)
        {
            if (!kind.Adds.Concat(kind.Headers).Concat(kind.Frame).Any(pair => pair.Value.Contains("$signature"))) continue;
            var call = context.Model.Endpoints.FirstOrDefault(endpoint => endpoint.Auth == kind.Name);
            if (call is not null) context.Report(this, context.Outline.At("auth", null, kind.Name), kind.Name, call.Name);
        }
    }
}
