using System.Net;

namespace FollowUp.Tests.Http.Rig.Contract;

/// <summary>What the contract says of a call beside its address and its words, which stand at the function itself.</summary>
internal sealed record Operation
{
    public const string Json = "application/json";

    /// <summary>Options, by their keys among the parameters of <c>template.json</c>.</summary>
    public IReadOnlyList<string> Options { get; private init; } = [];

    public bool TakesIfMatch { get; private init; }

    public bool TakesIdempotencyKey { get; private init; }

    /// <summary>Whether what is read has an ETag, so that whoever knows it already is told so.</summary>
    public bool IsTagged { get; private init; }

    /// <summary>By media type, the name of its schema; null for a file. None for a call without a body.</summary>
    public IReadOnlyDictionary<string, string?> Body { get; private init; } = new Dictionary<string, string?>();

    /// <summary>By status, what is answered as JSON; null where nothing is.</summary>
    public IReadOnlyDictionary<HttpStatusCode, Type?> Answers { get; private init; } = new Dictionary<HttpStatusCode, Type?>();

    /// <summary>The media types in which 200 may come beside JSON.</summary>
    public IReadOnlyList<string> Files { get; private init; } = [];

    public static Operation Answering<T>(params HttpStatusCode[] statuses) => new()
    {
        Answers = (statuses is [] ? [HttpStatusCode.OK] : statuses).ToDictionary(status => status, _ => (Type?)typeof(T)),
    };

    /// <summary>An answer without JSON.</summary>
    public static Operation AnsweringFile(HttpStatusCode status, params string[] files) =>
        new() { Answers = new Dictionary<HttpStatusCode, Type?> { [status] = null }, Files = files };

    public Operation Or<T>(HttpStatusCode status) =>
        this with { Answers = new Dictionary<HttpStatusCode, Type?>(Answers) { [status] = typeof(T) } };

    public Operation OrFile(params string[] files) => this with { Files = files };

    public Operation With(params string[] options) => this with { Options = options };

    public Operation Of(string? schema, params string[] types) =>
        this with { Body = Body.Concat((types is [] ? [Json] : types).Select(type => KeyValuePair.Create(type, schema))).ToDictionary() };

    public Operation Guarded() => this with { TakesIfMatch = true };

    public Operation Keyed() => this with { TakesIdempotencyKey = true };

    public Operation Tagged() => this with { IsTagged = true };
}
