using FollowUp.Answers;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Operations;
using FollowUp.Parsing.Files;
using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>A file as the body of a call, with its name in the address.</summary>
internal sealed record EvidenceUpload(UploadedFile File, RequestBody Body)
{
    /// <summary>The verb that keeps it with an item.</summary>
    public RequestedVerb Verb => new(
        (item, by, at, _) => item.HandIn(by, at, File.Sha256, File.Name, File.Type.MediaType, File.Content.Length),
        EventNames.EvidenceAdded, item => JournalText.OfFile(item.FileOf(File.Sha256)!))
    {
        IsCreation = true,
    };

    /// <summary>The same by a link, which must be one that reports.</summary>
    public RequestedVerb VerbBy(AnswerScope scope) => Verb with
    {
        Do = (item, by, at, terms) => Verb.Do(item.DemandReporting(scope), by, at, terms),
    };

    /// <summary>All of it or nothing: what did not arrive whole is refused before anything is done with it.</summary>
    /// <exception cref="BodyTooLargeException">It has more bytes than the settings say.</exception>
    /// <exception cref="Parsing.InvalidInputException">It is not what its name or type say, or of a kind that is not taken.</exception>
    public static async Task<EvidenceUpload> Read(HttpRequest request, string? name, EvidenceSettings settings, CancellationToken cancel)
    {
        RequestBody body = await RequestBody.Read(request, cancel, settings.MaxBytes, ContentType.Any);
        return new(UploadedFile.Parse(name, request.ContentType, body.Bytes), body);
    }
}
