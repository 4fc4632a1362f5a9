using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using DurableTask.Core.History;

namespace FollowUp.Histories;

/// <summary>The history of one orchestration, whole or half-way, as a file keeps it: one event a line.</summary>
public sealed record RecordedHistory
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public required string Orchestration { get; init; }

    public required string Instance { get; init; }

    /// <summary>Into what its host cuts long waits: the SDK's three days on Azure; null on the local host, which does not.</summary>
    public TimeSpan? Hop { get; init; }

    public required IReadOnlyList<RecordedEvent> Events { get; init; }

    /// <summary>Its steps, from one waking of the code to the next.</summary>
    [JsonIgnore]
    public IReadOnlyList<RecordedStep> Steps =>
    [
        .. Events.Index()
            .Where(one => one.Item.Type == EventType.OrchestratorStarted)
            .Select(begin => new RecordedStep(
                [.. Events.Take(begin.Index)],
                [begin.Item, .. Events.Skip(begin.Index + 1).TakeWhile(next => next.Type != EventType.OrchestratorStarted)])),
    ];

    /// <summary>As it was after so many of its steps.</summary>
    public RecordedHistory After(int steps) => this with { Events = [.. Steps[steps - 1].Before, .. Steps[steps - 1].Own] };

    public static RecordedHistory Read(string file) => JsonSerializer.Deserialize<RecordedHistory>(File.ReadAllText(file), Json)!;

    public void Write(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        string head = JsonSerializer.Serialize(this with { Events = [] }, Json);
        string lines = string.Join(",\n", Events.Select(one => "  " + JsonSerializer.Serialize(one, Json)));
        File.WriteAllText(file, $"{head[..^2]}\n{lines}\n]}}\n");
    }
}

/// <summary>What was before a waking of the code, and what happened then.</summary>
/// <param name="Own">The moment, what had come, and what the code decided, in this order.</param>
public sealed record RecordedStep(IReadOnlyList<RecordedEvent> Before, IReadOnlyList<RecordedEvent> Own)
{
    public DateTime At => Own[0].At!.Value;

    public IEnumerable<RecordedEvent> Happened => Own.Where(one => !one.IsDecision);

    public IEnumerable<RecordedEvent> Decided => Own.Where(one => one.IsDecision);
}
