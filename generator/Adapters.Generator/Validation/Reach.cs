using Adapters.Generator.Model;

namespace Adapters.Generator.Validation;

/// <summary>Records and enums that a call or a channel leads to, directly or through others.</summary>
internal sealed class Reach
{
    private readonly HashSet<(string?, string)> _types = [];
    private readonly LintContext _context;

    /// <summary>Follows everything a model begins with.</summary>
    public Reach(LintContext context)
    {
        _context = context;
        foreach (var endpoint in context.Model.Endpoints)
        {
            Follow(endpoint.Returns);
            Follow(endpoint.Fails?.With);
            foreach (var parameter in endpoint.Parameters) Follow(parameter.Type);
        }
        foreach (var socket in context.Model.Sockets)
        {
            foreach (var signal in socket.Signals) FollowRecord(socket.Scope, signal.Name);
            foreach (var channel in socket.Channels)
            {
                Follow(channel.Sends);
                foreach (var part in channel.Parts) Follow(part.Type);
            }
        }
    }

    /// <summary>The type is reached.</summary>
    public bool Has(string? scope, string name) => _types.Contains((scope, name));

    private void Follow(TypeRef? type)
    {
        if (type is null) return;
        if (type.Element is not null) Follow(type.Element);
        if (type.Kind is not (TypeKind.Record or TypeKind.Enum) || !_types.Add((type.Scope, type.Name!))) return;
        if (_context.RecordOf(type) is not { } record) return;
        foreach (var field in record.Fields) Follow(field.Type);
        // what a reached record takes its fields from is used too
        foreach (var like in _context.Outline.Likes.Where(like => like.Section == "records" && like.From == record.Name && like.FromScope == record.Scope))
        {
            FollowRecord(like.FromScope, like.To);
        }
    }

    private void FollowRecord(string? scope, string name)
    {
        Follow(new TypeRef(TypeKind.Record, name, scope));
        if (scope is not null) Follow(new TypeRef(TypeKind.Record, name));
    }
}
