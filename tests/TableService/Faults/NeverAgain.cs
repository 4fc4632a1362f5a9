using Azure.Core;

namespace FollowUp.TableService;

/// <summary>Judges answers as ever, and calls nothing worth another try.</summary>
internal sealed class NeverAgain(ResponseClassifier judge) : ResponseClassifier
{
    public override bool IsErrorResponse(HttpMessage message) => judge.IsErrorResponse(message);

    public override bool IsRetriableResponse(HttpMessage message) => false;

    public override bool IsRetriableException(Exception exception) => false;

    public override bool IsRetriable(HttpMessage message, Exception exception) => false;
}
