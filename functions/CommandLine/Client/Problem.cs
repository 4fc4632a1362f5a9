using System.Text.Json;

namespace FollowUp.CommandLine.Client;

/// <summary>A refusal in the words of the server (RFC 9457), all faults at once.</summary>
internal sealed record Problem
{
    public string? Type { get; init; }
    public string? Title { get; init; }
    public string? Detail { get; init; }
    public IReadOnlyList<ProblemFault>? Errors { get; init; }

    /// <summary>A line for each fault, its field first; else what the problem says, on one.</summary>
    public string Text => TextNaming(place => place);

    /// <param name="name">What whoever reads it calls a field of the body.</param>
    public string TextNaming(Func<string, string> name) => Errors is { Count: > 0 } faults
        ? string.Join('\n', faults.Select(fault => OneLine($"{name(fault.Field)}: {fault.Detail}")))
        : OneLine(Detail ?? Title ?? Type ?? "");

    /// <returns>Null for what is none.</returns>
    public static Problem? Read(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize<Problem>(body, ServerAnswer.Reading) is { Title: not null } read ? read : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>No answer looks like two.</summary>
    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Pointer">Its place (RFC 6901); empty for the body as a whole.</param>
internal sealed record ProblemFault(string? Pointer, string? Detail)
{
    public string Field => Pointer is { Length: > 1 } ? Pointer.TrimStart('/') : "what was sent";
}
