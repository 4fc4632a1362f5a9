using System.Globalization;
using FollowUp.Items;
using FollowUp.Journal;
using FollowUp.Storage;
using FollowUp.Values;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace FollowUp.Http;

/// <summary><c>PUT …/extensions/{n}</c>: the issuer grants or refuses.</summary>
public sealed class DecideExtension(ItemVerb verb)
{
    private static readonly string[] Decisions = ["granted", "refused"];

    [Function(nameof(DecideExtension))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/agreements/{agreement}/items/{item}/extensions/{number}")]
        HttpRequest request,
        string agreement,
        string item,
        string number,
        [DurableClient] DurableTaskClient client) => verb.Run(new(nameof(DecideExtension), agreement, item), request, client, body =>
    {
        bool isGranted = body.AllowOnly("by", "decision", "note")["decision"].OneOf(Decisions) == Decisions[0];
        string? note = body["note"].OptionalText(Limits.Text);
        return new(
            (item, by, at, _) => item.DecideExtension(by, at, Known(item, number), isGranted, note),
            isGranted ? EventNames.ExtensionGranted : EventNames.ExtensionRefused,
            item => JournalText.OfAnswer(item, note));
    });

    /// <exception cref="NotFoundException">No extension of that number was asked for.</exception>
    private static int Known(AgreedItem item, string number) =>
        int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n >= 1 && n <= item.Extensions.Count
            ? n
            : throw new NotFoundException($"Extension {number} of item {item.Id}");
}
