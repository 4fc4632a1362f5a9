using System.Net.Sockets;
using FollowUp.Ledger;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;

namespace FollowUp.Delivery;

/// <summary>What a failure of a mail server means: refused for good or not now, in doubt or not, and what could be mended.</summary>
internal static class SmtpFailure
{
    public const string ChannelName = "The mail server";

    /// <summary>5xx about the letter or its recipient is final; about the sender or the sign-in it ends once somebody mends that.</summary>
    /// <param name="failure">Of handing a letter over.</param>
    /// <returns>Null where another try may succeed.</returns>
    public static string? PermanentReason(Exception failure) => failure switch
    {
        SmtpCommandException { StatusCode: >= (SmtpStatusCode)500, ErrorCode: SmtpErrorCode.RecipientNotAccepted } refusal =>
            ReasonPhrases.AddressRefused.Fill((int)refusal.StatusCode),
        SmtpCommandException
        {
            StatusCode: >= (SmtpStatusCode)500, ErrorCode: SmtpErrorCode.MessageNotAccepted or SmtpErrorCode.UnexpectedStatusCode,
        } refusal => ReasonPhrases.ContentRefused.Fill((int)refusal.StatusCode),
        _ when IsTransportFailure(failure) => null,

        // Such as an address whose domain is too long to be sent to, though it can be written.
        _ => RecipientAddress.IsFormatFailure(failure) ? ReasonPhrases.Unwritable.Text : null,
    };

    /// <summary>Whether nobody knows if the server took the letter: it did not answer no.</summary>
    public static bool IsIndeterminate(Exception failure) => failure is not (
        CommandException or NotSupportedException or ServiceNotConnectedException or ServiceNotAuthenticatedException
        or AuthenticationException or SslHandshakeException);

    /// <summary>What stands in the way, for whoever runs the app.</summary>
    public static string Explain(Exception failure) => failure switch
    {
        SmtpCommandException { ErrorCode: SmtpErrorCode.SenderNotAccepted } refusal =>
            $"{ChannelName} answers {(int)refusal.StatusCode} to the sender (Mail:From).",
        SmtpCommandException { ErrorCode: SmtpErrorCode.RecipientNotAccepted } refusal =>
            $"{ChannelName} answers {(int)refusal.StatusCode} to the reader's address.",
        SmtpCommandException refusal => $"{ChannelName} answers {(int)refusal.StatusCode}.",
        ServiceNotAuthenticatedException => $"{ChannelName} wants a sign-in (Smtp:User).",
        AuthenticationException => $"{ChannelName} does not take the sign-in (Smtp:User, Smtp:Password).",
        SslHandshakeException => $"No encrypted connection to the mail server comes about (Smtp:Security, its certificate).",
        NotSupportedException => $"{ChannelName} cannot do what Smtp:User, Smtp:Security or Mail:From ask of it.",
        SocketException => $"{ChannelName} cannot be reached (Smtp:Host, Smtp:Port).",
        TimeoutException => $"{ChannelName} does not answer.",
        IOException or ProtocolException => $"{ChannelName} breaks off, or speaks another language.",
        ArgumentException => $"{ChannelName} cannot be called by these settings (Smtp:Host, Smtp:Port).",
        _ => $"{ChannelName} takes no letters now.",
    };

    /// <summary>Whether the connection broke, or the server did not answer as the protocol has it.</summary>
    public static bool IsConnectionLost(Exception failure) =>
        failure is IOException or SocketException or ProtocolException or CommandException or TimeoutException;

    private static bool IsTransportFailure(Exception failure) =>
        IsConnectionLost(failure) || failure is ServiceNotConnectedException or ServiceNotAuthenticatedException;
}
