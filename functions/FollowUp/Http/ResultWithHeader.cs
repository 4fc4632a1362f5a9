using Microsoft.AspNetCore.Http;

namespace FollowUp.Http;

/// <summary>An answer with a header that says the way out.</summary>
internal sealed class ResultWithHeader(IResult answer, string header, string value) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.Headers[header] = value;
        return answer.ExecuteAsync(httpContext);
    }
}
