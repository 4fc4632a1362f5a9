using System.Net.Sockets;
using FollowUp.Ledger;
using MailKit.Net.Smtp;
using MailKit.Security;
using MailKit;

namespace FollowUp.Delivery;

/// <summary>What went wrong with a mail server, in words: never, or not now, and what somebody could mend.</summary>
internal static class SmtpFailure
{
    public const string Name = "The mail server";

    /// <summary>5xx about the letter or its recipient never gets better; about us (sender, sign-in) it does, once somebody mends it.</summary>
    /// <param name="failure">Of handing a letter over.</param>
    /// <returns>Null where another try may succeed.</returns>
    public static string? Never(Exception failure) => failure switch
    {
        SmtpCommandException { StatusCode: >= (SmtpStatusCode)500, ErrorCode: SmtpErrorCode.RecipientNotAccepted } refusal =>
            ReasonPhrases.AddressRefused.Fill((int)refusal.StatusCode),
        SmtpCommandException { StatusCode: >= (SmtpStatusCode)500, ErrorCode: SmtpErrorCode.MessageNotAccepted or SmtpErrorCode.UnexpectedStatusCode } refusal =>
            ReasonPhrases.ContentRefused.Fill((int)refusal.StatusCode),

        // An address that can be written and not be sent to, as one whose domain is too long for the wire.
        _ when IsTransport(failure) => null,
        _ => Envelope.IsUnwritable(failure) ? ReasonPhrases.Unwritable.Text : null,
    };

    /// <summary>Whether the server fell silent: it may have taken what it was being given.</summary>
    public static bool Nothing(Exception failure) =>
        failure is not (CommandException or NotSupportedException or ServiceNotConnectedException or ServiceNotAuthenticatedException or AuthenticationException or SslHandshakeException);

    /// <summary>What stands in the way, for whoever runs the app.</summary>
    public static string Why(Exception failure) => failure switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refusal => $"{Name} answers {(int)refusal.StatusCode} to the sender (Mail:From).",
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refusal => $"{Name} answers {(int)refusal.StatusCode} to the reader's address.",
        SmtpCommandException refusal => $"{Name} answers {(int)refusal.StatusCode}.",
        ServiceNotAuthenticatedException => $"{Name} wants a sign-in (Smtp:User).",
        AuthenticationException => $"{Name} does not take the sign-in (Smtp:User, Smtp:Password).",
        SslHandshakeException => $"No encrypted connection to the mail server comes about (Smtp:Security, its certificate).",
        NotSupportedException => $"{Name} cannot do what Smtp:User, Smtp:Security or Mail:From ask of it.",
        SocketException => $"{Name} cannot be reached (Smtp:Host, Smtp:Port).",
        TimeoutException => $"{Name} does not answer.",
        IOException or ProtocolException => $"{Name} breaks off, or speaks another language.",
        ArgumentException => $"{Name} cannot be called by these settings (Smtp:Host, Smtp:Port).",
        _ => $"{Name} takes no letters now.",
    };

    private static bool IsTransport(Exception failure) =>
        failure is IOException or SocketException or ProtocolException or CommandException or ServiceNotConnectedException or ServiceNotAuthenticatedException or TimeoutException;
}
