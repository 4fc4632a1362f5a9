using Azure.Core;
using Azure.Core.Pipeline;
using FollowUp.Tables.Http;

namespace FollowUp.TableService;

/// <summary>Copies of requests: the client reuses and disposes of the original as soon as it has heard of a failure.</summary>
internal static class Copies
{
    public static HttpMessage Of(HttpMessage message, HttpPipelineTransport transport)
    {
        Request original = message.Request;
        Request copy = transport.CreateRequest();
        copy.Method = original.Method;
        (copy.Uri.Scheme, copy.Uri.Host, copy.Uri.Port) = (original.Uri.Scheme, original.Uri.Host, original.Uri.Port);
        (copy.Uri.Path, copy.Uri.Query) = (original.Uri.Path, original.Uri.Query);
        foreach (HttpHeader header in original.Headers)
        {
            copy.Headers.Add(header);
        }

        if (original.Content is { } content)
        {
            copy.Content = RequestContent.Create(RequestBody.Read(content).ToArray());
        }

        return new(copy, message.ResponseClassifier);
    }
}
