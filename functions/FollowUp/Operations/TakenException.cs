using FollowUp.Faults;

namespace FollowUp.Operations;

/// <summary>An id that is taken.</summary>
public sealed class TakenException : Exception
{
    private TakenException(string message)
        : base(message)
    {
    }

    /// <summary>By other content.</summary>
    public static TakenException Of(string what) => new(RefusalPhrases.Taken.Fill(what));

    /// <summary>By whatever it is: its secret was shown once, so the same content again cannot be answered as the first time.</summary>
    public static TakenException OfWebhook(string id) => new(RefusalPhrases.WebhookTaken.Fill(id));
}
