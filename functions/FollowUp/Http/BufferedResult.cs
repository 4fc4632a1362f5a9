using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>
/// An answer that is written to memory before any of it goes out: so its length is known, HEAD gets all of it but the body, a caller
/// who has it already gets 304, and one that fails half way becomes a problem.
/// </summary>
internal sealed class BufferedResult(IResult answer) : IResult
{
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        HttpResponse response = httpContext.Response;
        Stream wire = response.Body;
        using MemoryStream whole = new();
        response.Body = whole;
        try
        {
            await answer.ExecuteAsync(httpContext);
        }
        catch (Exception failure) when (Refusals.CanBeAnswered(failure, httpContext.RequestAborted))
        {
            response.Clear();
            response.Body = whole;
            await Refusals.InternalError(httpContext.Request, failure).ExecuteAsync(httpContext);
        }
        finally
        {
            response.Body = wire;
        }

        await Send(httpContext, whole);
    }

    private static Task Send(HttpContext http, MemoryStream whole)
    {
        HttpResponse response = http.Response;
        ReadOnlyMemory<byte> bytes = whole.GetBuffer().AsMemory(0, (int)whole.Length);
        if (response.StatusCode == StatusCodes.Status200OK && Preconditions.IsNotModified(http.Request, response.Headers.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            response.ContentType = null;
            return Task.CompletedTask;
        }

        // Of a file ASP.NET writes nothing for HEAD, and has said how long it is.
        if (response.StatusCode != StatusCodes.Status204NoContent && !(bytes.IsEmpty && response.ContentLength is not null))
        {
            response.ContentLength = bytes.Length;
        }

        return bytes.IsEmpty || HttpMethods.IsHead(http.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(bytes, http.RequestAborted).AsTask();
    }
}
