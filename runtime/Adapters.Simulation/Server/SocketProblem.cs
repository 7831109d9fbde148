using System.Diagnostics.CodeAnalysis;

namespace Adapters.Simulation.Server;

/// <summary>What is wrong with a frame that a client sends besides subscribing. Zero is no member, so that a forgotten
/// value shows.</summary>
[SuppressMessage("Design", "CA1008", Justification = "Zero must not mean anything.")]
public enum SocketProblem
{
    /// <summary>It is no JSON; known: <c>line</c> and <c>column</c>, from 1.</summary>
    BadJson = 1,

    /// <summary>It names no method; known: <c>column</c>, where it ends.</summary>
    NoMethod,

    /// <summary>Its id is missing or neither number nor text.</summary>
    BadId,

    /// <summary>There is no such method; known: its <c>name</c>, the <c>names</c> that there are, each but the first
    /// and last between backticks, and <c>column</c>, where the frame ends.</summary>
    UnknownMethod,

    /// <summary>A parameter is no text.</summary>
    NoText,

    /// <summary>There is no such property.</summary>
    UnknownProperty,

    /// <summary>A property is set to a value of another kind.</summary>
    BadProperty,
}
