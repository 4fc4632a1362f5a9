namespace FollowUp.CommandLine.Client;

/// <summary>The calls of the API that change no item, as data; of verbs, <see cref="ItemVerb.Call"/>.</summary>
internal static class Calls
{
    public static ApiCall Me { get; } = ApiCall.Get(ApiPath.Of("me"));

    public static ApiCall Items(params IEnumerable<QueryValue> options) => ApiCall.Get(ApiPath.Of("items").With(options));

    public static ApiCall Overview(params IEnumerable<QueryValue> options) => ApiCall.Get(ApiPath.Of("overview").With(options));

    public static ApiCall Item(ItemAddress item) => ApiCall.Get(item.Path());

    public static ApiCall Timetable(ItemAddress item, string? dueOn = null) =>
        ApiCall.Get(item.Path("timetable").With(new QueryValue("dueOn", dueOn)));

    public static ApiCall Person(string id) => ApiCall.Get(ApiPath.Of("people", id));

    /// <summary>What happened since the <c>next</c> of the answer before; without it, from the beginning.</summary>
    public static ApiCall Changes(string? since, string? limit) =>
        ApiCall.Get(ApiPath.Of("changes").With([new("since", since), new("limit", limit)]));

    /// <summary>Whether somebody was told something on a day.</summary>
    public static ApiCall Told(string person, params IEnumerable<QueryValue> options) =>
        ApiCall.Get(ApiPath.Of("people", person, "told").With(options));

    /// <summary>A register file, to be stored.</summary>
    public static ApiCall Register(ReadOnlyMemory<byte> json) => ApiCall.Post(ApiPath.Of("registers"), json).Once();

    /// <summary>One more item, to be stored.</summary>
    public static ApiCall Add(string agreement, ReadOnlyMemory<byte> json) =>
        ApiCall.Post(ApiPath.Of("agreements", agreement, "items"), json).Once();

    /// <summary>What one more item would bring; nothing is stored.</summary>
    public static ApiCall PreviewItem(string agreement, ReadOnlyMemory<byte> json) =>
        ApiCall.Post(ApiPath.Of("agreements", agreement, "timetable"), json);

    /// <summary>What a register file, another plan, calendar, absence or owner would bring; nothing is stored.</summary>
    public static ApiCall DryRun(ReadOnlyMemory<byte> json, params IEnumerable<QueryValue> options) =>
        ApiCall.Post(ApiPath.Of("timetable").With(options), json);

    /// <summary>A spreadsheet: without the token of its preview it only shows what each row would become.</summary>
    public static ApiCall Import(string agreement, ReadOnlyMemory<byte> file, string mediaType, params IEnumerable<QueryValue> options) =>
        new(HttpMethod.Post, ApiPath.Of("agreements", agreement, "imports").With(options)) { Body = file, MediaType = mediaType };

    /// <summary>A file that shows what was done. What kind it is, the server finds.</summary>
    /// <param name="by">In whose name; null where that is known from the sign-in.</param>
    public static ApiCall HandIn(ItemAddress item, string? by, string name, ReadOnlyMemory<byte> file) =>
        new ApiCall(HttpMethod.Post, item.Path("evidence").With(new QueryValue("name", name), new QueryValue("by", by)))
        {
            Body = file,
            MediaType = ApiCall.AnyFile,
        }.Once();

    public static ApiCall Report(IReadOnlyList<string> agreements, params IEnumerable<QueryValue> options) => ApiCall.Get(
        agreements is [var only]
            ? ApiPath.Of("agreements", only, "report").With(options)
            : ApiPath.Of("reports", "meeting").With([new("agreements", string.Join(',', agreements)), .. options]));

    /// <param name="agreement">Null for what is of no agreement.</param>
    public static ApiCall Export(string what, string? agreement, params IEnumerable<QueryValue> options) => ApiCall.Get(
        (agreement is null ? ApiPath.Of("exports", what) : ApiPath.Of("agreements", agreement, "exports", what)).With(options));

    /// <summary>The file that <c>followup verify</c> checks without a server.</summary>
    public static ApiCall Proof(string agreement) => ApiCall.Get(ApiPath.Of("agreements", agreement, "proof"));
}
