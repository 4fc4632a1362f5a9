using System.Globalization;

namespace FollowUp.Webhooks;

/// <summary>What came back from a webhook: nothing but a status is looked at.</summary>
/// <param name="Word">The status, or one of the words here where there was none.</param>
public sealed record WebhookAnswer(string Word)
{
    /// <summary>No answer within the time limit.</summary>
    public static WebhookAnswer TimedOut { get; } = new("timeout");

    /// <summary>No connection, or one that broke off.</summary>
    public static WebhookAnswer Unreachable { get; } = new("unreachable");

    /// <summary>Its name leads to an address that is not public.</summary>
    public static WebhookAnswer Forbidden { get; } = new("forbidden-address");

    /// <summary>2xx; a redirect leads elsewhere and is not followed.</summary>
    public bool IsTaken => Word.Length == 3 && Word[0] == '2';

    public bool IsGone => Word == "410";

    public static WebhookAnswer Of(int status) => new(status.ToString("D3", CultureInfo.InvariantCulture));
}
