using System.Reflection;
using FollowUp.Delivery;
using FollowUp.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace FollowUp.Board;

/// <summary>
/// <c>GET /board/…</c>: the page that people look at, and the one behind the links of letters. Static files from the build; all they show
/// comes from the API, with the caller's own key or link.
/// </summary>
public sealed class ShowBoard
{
    /// <summary>Nothing but this origin's own files; no inline script or style; nobody may frame it.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

    private static readonly Dictionary<string, string> Types = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".json"] = "application/json",
    };

    [Function(nameof(ShowBoard))]
    public IResult Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "board/{*path}")] HttpRequest request, string? path)
    {
        if (string.IsNullOrEmpty(path) && !request.Path.Value!.EndsWith('/'))
        {
            // The page names its files relative to /board/.
            return new BufferedResult(Results.Redirect("/board/"));
        }

        if (path == AnswerLinks.Page)
        {
            return new BufferedResult(AnswerPage.Serve(request.HttpContext.Response));
        }

        if (path == AnswerLinks.RhythmPage)
        {
            return new BufferedResult(AnswerPage.ServeRhythm(request.HttpContext.Response));
        }

        string file = string.IsNullOrEmpty(path) ? "index.html" : path;
        return Page(request.HttpContext.Response, file) ?? Refusals.NotFound($"The board has no file {file}; it begins at /board/.");
    }

    /// <summary>A file of the page, under its policy; null where there is none.</summary>
    internal static IResult? Page(HttpResponse response, string file)
    {
        if (!Types.TryGetValue(Path.GetExtension(file), out string? type)
            || Assembly.GetExecutingAssembly().GetManifestResourceStream($"page/{file}") is not { } stream)
        {
            return null;
        }

        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers.CacheControl = "no-cache";
        return Results.Stream(stream, type);
    }
}
