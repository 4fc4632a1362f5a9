using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Net.Http.Headers;

namespace FollowUp.Http;

/// <summary>
/// Whatever no other function takes: 405 where the address is known and the method is not, else 404, both with the way out. It needs no
/// key, and tells nothing but addresses, which are the same everywhere. Azure's host keeps <c>/admin</c> and <c>/runtime</c> to itself.
/// </summary>
public sealed class NoRoute
{
    [Function(nameof(NoRoute))]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, Route = "{*path}")] HttpRequest request)
    {
        IReadOnlyList<string> methods = RouteTable.MethodsAt(request.Path);
        return methods is []
            ? NotFound(request.Path)
            : new BufferedResult(new ResultWithHeader(
                MethodNotAllowed(request, methods), HeaderNames.Allow, string.Join(", ", methods.Append(HttpMethods.Options))));
    }

    private static IResult MethodNotAllowed(HttpRequest request, IReadOnlyList<string> methods) => HttpMethods.IsOptions(request.Method)
        ? Results.NoContent()
        : Refusals.Problem(
            StatusCodes.Status405MethodNotAllowed, "method-not-allowed", "This is not done here",
            $"{request.Method} does nothing at {request.Path}; {string.Join(", ", methods)} does.");

    private static IResult NotFound(PathString path)
    {
        (string known, IReadOnlyList<string> next) = RouteTable.Nearest(path);
        return Refusals.NotFound($"Nothing is at {path}. Under {known} there is {string.Join(", ", next)}.");
    }
}
